package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;

/** An account was opened. */
@Stored(name = "account.account-registered", version = 1)
public record AccountRegistered(AccountId accountId, String name, String legalEntityId) implements AccountEvent {}
