package io.minutebook.reporting.usage;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.paging.Cursor;
import java.time.Instant;

/**
 * A record of usage as one pack sees it.
 *
 * @param drawnMinutes what it took from that pack, below zero where a late line gives it back; bot messages where that
 *     is the meter
 * @param billedMinutes all that it was billed
 */
public record DrawnUsage(
        BillingMonth month,
        Instant endedAt,
        String source,
        String recordId,
        Meter meter,
        long drawnMinutes,
        long billedMinutes) {

    static DrawnUsage of(UsageRow row, String source, PackId pack) {
        var drawn = row.packDraws().stream()
                .filter(draw -> draw.packId().equals(pack))
                .mapToLong(PackDraw::minutes)
                .sum();
        return new DrawnUsage(
                row.billingMonth(), row.endedAt(), source, row.recordId(), row.meter(), drawn, row.billedMinutes());
    }

    Cursor cursor() {
        return Cursor.at(month.toString(), endedAt.toString(), source, recordId);
    }
}
