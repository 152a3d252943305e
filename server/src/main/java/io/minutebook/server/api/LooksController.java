package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.server.looks.Look;
import io.minutebook.server.looks.Looks;
import io.minutebook.server.openapi.ApiTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at accounts and at numbers of people. */
@RestController
@Tag(name = ApiTag.LEDGER)
class LooksController {

    private final Looks looks;

    LooksController(Looks looks) {
        this.looks = looks;
    }

    @GetMapping("/api/v1/looks")
    @Operation(
            operationId = "listLooks",
            summary = "Who looked at accounts and at full numbers, newest first",
            description = "Reads of an account's data are listed some seconds after they were made, several of the same"
                    + " kind as one with how often; reads of records as they were received, with numbers of people in"
                    + " full, before they are answered. What a platform reads of its own accounts is not kept.")
    Page<Look> looks(
            @RequestParam(required = false) @Nullable AccountId accountId,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        return Page.of(looks.list(accountId, Fields.searched("key", key), after, limit.value()));
    }
}
