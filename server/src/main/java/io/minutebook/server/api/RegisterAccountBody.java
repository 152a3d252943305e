package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.RegisterAccount;
import org.jspecify.annotations.Nullable;

/** An account as it shall be. */
record RegisterAccountBody(@Nullable String name, @Nullable String legalEntityId) {

    RegisterAccount toCommand(AccountId accountId) {
        return new RegisterAccount(
                accountId, Fields.text("name", name, 200), Fields.text("legalEntityId", legalEntityId, 100));
    }
}
