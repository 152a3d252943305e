package io.minutebook.billing.months;

/** What can happen to billing months. */
public sealed interface MonthEvent permits MonthsBegun, MonthClosed, MonthFinalised {}
