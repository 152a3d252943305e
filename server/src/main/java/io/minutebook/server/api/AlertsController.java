package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.alerts.Alert;
import io.minutebook.reporting.alerts.AlertKind;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.webhooks.AccountAlerts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account was told. */
@RestController
@Tag(name = ApiTag.ALERTS)
class AlertsController {

    private final AccountAlerts alerts;
    private final RegisteredAccounts registered;

    AlertsController(AccountAlerts alerts, RegisteredAccounts registered) {
        this.alerts = alerts;
        this.registered = registered;
    }

    @GetMapping("/api/v1/accounts/{accountId}/alerts")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "listAlerts",
            summary = "What an account was told, newest first",
            description = "Each cause raises one alert: a pack down to a level (20 and 5 percent unless the operator set"
                    + " others), a pack or a subscription that ends in 30, 7 and 1 days, the first uncovered usage of a"
                    + " day on a meter, a use that the plan does not include, a renewal that failed, funds that a payment made low, a record that was refused."
                    + " event is the event it follows from; a refused record has none, and its subject is the dead"
                    + " letter's id.")
    Page<Alert> alerts(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable AlertKind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(alerts.list(accountId, kind, after, limit.value()));
    }
}
