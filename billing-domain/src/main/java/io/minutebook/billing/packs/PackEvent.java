package io.minutebook.billing.packs;

/** What can happen to the packs of one pool. */
public sealed interface PackEvent
        permits PackGranted, MessagesGranted, MinutesDrawn, PackExpired, DrawReversed, PackRefunded {}
