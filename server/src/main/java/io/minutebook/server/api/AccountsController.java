package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.AccountView;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, with what they can spend. */
@RestController
@Tag(name = ApiTag.ACCOUNTS)
@RequestMapping("/api/v1/accounts")
class AccountsController {

    private final Changes changes;
    private final Accounts accounts;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    AccountsController(
            Changes changes, Accounts accounts, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.changes = changes;
        this.accounts = accounts;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    /** Opens the account or changes it; saying the same again changes nothing. */
    @PutMapping("/{accountId}")
    @Operation(
            operationId = "registerAccount",
            summary = "Open an account, or change it",
            description = "Saying the same again changes nothing. The legal entity is fixed with "
                    + "the first order.")
    @Refuses("LEGAL_ENTITY_FIXED")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "201")
    ResponseEntity<RegistrationAnswer> register(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestBody RegisterAccountBody body) {
        var command = body.toCommand(accountId);
        boolean isNew = changes.make(caller, command, Boolean.class);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new RegistrationAnswer(accountId, command.name(), command.legalEntityId()));
    }

    @GetMapping
    @Operation(
            operationId = "listAccounts",
            summary = "All accounts, by account id",
            description = "With legalEntityId those of that legal entity only.")
    Page<AccountView> list(
            @RequestParam(required = false) @Nullable String legalEntityId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        var legalEntity = Fields.searched("legalEntityId", legalEntityId);
        return Page.of(accounts.list(legalEntity, after, limit.value(), ledgerClock.instant()));
    }

    @GetMapping("/{accountId}")
    @Operation(
            operationId = "getAccount",
            summary = "An account and what it can spend")
    @Refuses("UNKNOWN_ACCOUNT")
    AccountView account(@PathVariable AccountId accountId) {
        return registered.get(accountId);
    }

    /** An account as it was registered. */
    record RegistrationAnswer(AccountId accountId, String name, String legalEntityId) {}
}
