package io.minutebook.reporting.usage;

/** A late line that makes the two views of a month differ: with its figures, or less them where it is of an earlier month. */
public record DifferenceLine(DifferenceReason reason, UsageRow row) {}
