package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;

/** An account's name or legal entity was changed. */
@Stored(name = "account.account-details-changed", version = 1)
public record AccountDetailsChanged(AccountId accountId, String name, String legalEntityId) implements AccountEvent {}
