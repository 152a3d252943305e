package io.minutebook.billing.usage;

/** Metered usage with the place on Kafka it was delivered from. */
public record DeliveredUsage(MeteredUsage usage, String topic, int partition, long offset) {}
