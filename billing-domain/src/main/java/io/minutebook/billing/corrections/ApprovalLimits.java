package io.minutebook.billing.corrections;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;

/** What one person may correct alone; more than that another one approves. */
public record ApprovalLimits(Money amount, Minutes minutes) {

    boolean areExceededBy(Adjustment adjustment) {
        return switch (adjustment.kind()) {
            case GOODWILL_CREDIT -> adjustment.credited().exceeds(amount);
            case MINUTES_RETURNED, MINUTES_TAKEN -> adjustment.moved().compareTo(minutes) > 0;
        };
    }
}
