package io.minutebook.billing.account;

/** A rule of access and what breaking it leads to. */
public enum ViolationRule {
    /** A verified complaint of fraud. */
    V1(Standing.BANNED),
    /** A verified complaint of harassment. */
    V2(Standing.SUSPENDED),
    /** The business is not the one that was declared, or was not declared, and is prohibited. */
    V3(Standing.BANNED),
    /** The business is not the one that was declared, but is not prohibited. */
    V4(Standing.WARNED),
    /** The people who were called were harassed or abused. */
    V5(Standing.SUSPENDED),
    /** Numbers were plainly called blindly, so that people think theirs was leaked. */
    V6(Standing.WARNED),
    /** People were called who had not agreed to it. */
    V7(Standing.WARNED);

    private final Standing standing;

    ViolationRule(Standing standing) {
        this.standing = standing;
    }

    /** How an account stands that broke it. */
    public Standing standing() {
        return standing;
    }
}
