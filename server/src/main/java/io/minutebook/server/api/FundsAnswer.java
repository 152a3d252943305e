package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.AccountView.FundsView;
import java.time.Instant;

/** What an account could spend at a place in the past, or can spend now. */
record FundsAnswer(AccountId accountId, long position, Instant at, @JsonUnwrapped FundsView funds) {}
