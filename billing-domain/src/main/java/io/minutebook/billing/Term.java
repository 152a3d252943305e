package io.minutebook.billing;

/** What a subscription is paid by: calendar months or years. */
public enum Term {
    MONTH(1),
    YEAR(12);

    private final int months;

    Term(int months) {
        this.months = months;
    }

    public long months(long periods) {
        return Math.multiplyExact(months, periods);
    }
}
