package io.minutebook.reporting.usage;

import io.minutebook.billing.usage.Meter;

/** Billed minutes of a meter in both views of a month; bot messages where that is the meter. */
public record MeterDifference(Meter meter, long asClosed, long asKnownNow) {}
