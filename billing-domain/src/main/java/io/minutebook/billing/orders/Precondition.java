package io.minutebook.billing.orders;

/** What should be there before something else is bought: told with the order, or enforced where the setting says so. */
enum Precondition {
    SEATS_FIRST("SEATS_FIRST: no seat plan or trial is active, and calls need one; buy a seat plan."),
    NUMBER_FIRST(
            "NUMBER_FIRST: no number was rented here, and call minutes need one or an own number that is connected.");

    private final String text;

    Precondition(String text) {
        this.text = text;
    }

    /** The same words for ever: programs may compare them. */
    String text() {
        return text;
    }
}
