package io.minutebook.reporting.months;

/** Whether a month's figures can still change: they can until its files are final. */
public enum MonthStatus {
    PROVISIONAL,
    FINAL
}
