package io.minutebook.billing.months;

import io.minutebook.billing.Refusal;

/** Why a month is not closed, in order of precedence. */
public enum MonthRefusal implements Refusal {
    MONTH_NOT_OVER,
    EARLIER_MONTH_OPEN;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
