package io.minutebook.billing.usage;

/**
 * A person's number as the ledger may know it: masked for people, and a keyed token by which the calls of one
 * number can be found. The full number is never part of an event.
 */
public record Party(String masked, String token) {}
