package io.minutebook.billing;

/** The code of a product of the price book, such as {@code landline-outbound-30000}. */
public record ProductCode(String value) {

    @Override
    public String toString() {
        return value;
    }
}
