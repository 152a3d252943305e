package io.minutebook.billing.refunds;

/** How a refund is worked out; a rule that would give another amount for the same facts gets another version. */
public enum RefundRule {
    /** All that was paid, within days of the purchase. */
    FULL_WITHIN_DAYS(1),
    /** What was paid less the list price of the days used, at the discount of now; a started day is a day. */
    UNUSED_DAYS(1),
    /** What was paid less the price of the minutes drawn, at the discount of now. */
    UNUSED_MINUTES(1);

    private final int version;

    RefundRule(int version) {
        this.version = version;
    }

    public int version() {
        return version;
    }
}
