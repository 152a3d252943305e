package io.minutebook.billing.usage;

/**
 * What a record costs: minutes by the record alone, bot messages their number, but nothing of those that a promotion
 * makes free at the instant of their record.
 */
public final class Rating {

    private final MessagePromotion promotion;

    public Rating(MessagePromotion promotion) {
        this.promotion = promotion;
    }

    public MeteredUsage rate(UsageRecord record, Meter meter) {
        return switch (record) {
            case CallLeg _, Recognition _ -> MeteredUsage.of(record, meter);
            case BotMessages messages when isFree(messages) -> MeteredUsage.of(record, meter);
            case BotMessages messages -> MeteredUsage.ofMessages(messages);
        };
    }

    private boolean isFree(BotMessages messages) {
        return promotion.isInForce(messages.region(), messages.occurredAt());
    }
}
