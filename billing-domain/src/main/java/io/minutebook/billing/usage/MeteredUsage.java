package io.minutebook.billing.usage;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record with the meter it counts on, the minutes it costs and the month it is billed in; a late record
 * names the month it came too late for.
 *
 * @param billed messages where it counts on {@link Meter#BOT_MESSAGES}
 */
public record MeteredUsage(
        UsageRecord record, Meter meter, Minutes billed, BillingMonth month, @Nullable BillingMonth lateFrom) {

    /** Each record is rounded by itself, never a sum, and belongs wholly to the month of its end. */
    public static MeteredUsage of(UsageRecord record, Meter meter) {
        var billed = meter.drawsMinutes() ? Minutes.started(record.chargeableTime()) : Minutes.ZERO;
        return new MeteredUsage(record, meter, billed, BillingMonth.of(record.endedAt()), null);
    }

    /** Every message counts. */
    public static MeteredUsage ofMessages(BotMessages messages) {
        var month = BillingMonth.of(messages.endedAt());
        return new MeteredUsage(messages, Meter.BOT_MESSAGES, new Minutes(messages.count()), month, null);
    }

    public Instant endedAt() {
        return record.endedAt();
    }

    /** Whether packs are asked at all: what is free or was never answered is listed, not drawn. */
    public boolean isCharged() {
        return !billed.isZero();
    }
}
