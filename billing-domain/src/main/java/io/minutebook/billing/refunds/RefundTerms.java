package io.minutebook.billing.refunds;

import io.minutebook.billing.account.Standing;
import io.minutebook.billing.usage.Meter;
import java.util.Set;

/**
 * What the operator grants where the price guide leaves it open.
 *
 * @param fullRefundDays days after the day of purchase on which seats are still taken back, that day aside
 * @param meters whose packs are taken back
 * @param blockedFrom the standing from which on nothing is refunded
 */
public record RefundTerms(int fullRefundDays, Set<Meter> meters, Standing blockedFrom) {

    public static final RefundTerms DEFAULT = new RefundTerms(
            5, Set.of(Meter.LANDLINE_OUTBOUND, Meter.TOLL_FREE_INBOUND, Meter.AUDIO), Standing.SUSPENDED);

    public RefundTerms {
        meters = Set.copyOf(meters);
        if (fullRefundDays < 0) throw new IllegalArgumentException(fullRefundDays + " days");
    }

    boolean isBlocked(Standing standing) {
        return standing.compareTo(blockedFrom) >= 0;
    }
}
