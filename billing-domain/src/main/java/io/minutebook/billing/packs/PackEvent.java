package io.minutebook.billing.packs;

/** What can happen to the packs of one account and meter. */
public sealed interface PackEvent permits PackGranted, MinutesDrawn, PackExpired, DrawReversed {}
