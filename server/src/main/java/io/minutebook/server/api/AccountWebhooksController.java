package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.webhooks.Delivery;
import io.minutebook.server.webhooks.WebhookDesk;
import io.minutebook.server.webhooks.WebhookName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the alerts of an account are sent. */
@RestController
@Tag(name = ApiTag.ALERTS)
@RequestMapping("/api/v1/accounts/{accountId}/webhooks")
class AccountWebhooksController {

    private final WebhookDesk desk;
    private final RegisteredAccounts registered;

    AccountWebhooksController(WebhookDesk desk, RegisteredAccounts registered) {
        this.desk = desk;
        this.registered = registered;
    }

    @PutMapping("/{name}")
    @Operation(
            operationId = "putWebhook",
            summary = "Set where alerts of an account are sent, or change it",
            description = "It hears of alerts raised from now on, of all kinds or of those named. A new"
                    + " webhook is answered with its secret, which is shown this once and signs what"
                    + " is sent as Standard Webhooks say; one that is there keeps its secret. The address must be https"
                    + " and lead to the Internet, unless the operator allows others.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "WEBHOOK_URL_INVALID", "WEBHOOK_NOT_HTTPS", "WEBHOOK_HOST_UNKNOWN", "WEBHOOK_ADDRESS_FORBIDDEN",
        "TOO_MANY_WEBHOOKS"
    })
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "201")
    ResponseEntity<WebhookAnswer> put(
            @PathVariable AccountId accountId, @PathVariable WebhookName name, @RequestBody WebhookBody body) {
        registered.requireAfterCatchingUp(accountId);
        return WebhookAnswer.toPut(body.set(desk, accountId, name));
    }

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "The webhooks of an account, by name")
    @Refuses("UNKNOWN_ACCOUNT")
    List<WebhookAnswer> list(@PathVariable AccountId accountId) {
        registered.get(accountId);
        return desk.list(accountId).stream().map(WebhookAnswer::of).toList();
    }

    @GetMapping("/{name}")
    @Operation(
            operationId = "getWebhook",
            summary = "A webhook of an account",
            description = "The secret is not shown. offReason is there where its receiver answered 410, which switched"
                    + " it off; PUT it again to switch it on.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_WEBHOOK"})
    WebhookAnswer get(@PathVariable AccountId accountId, @PathVariable WebhookName name) {
        registered.get(accountId);
        return WebhookAnswer.of(desk.get(accountId, name.value()));
    }

    @DeleteMapping("/{name}")
    @Operation(
            operationId = "removeWebhook",
            summary = "Remove a webhook of an account, with its deliveries",
            description = "Answers it as it was.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_WEBHOOK"})
    WebhookAnswer remove(@PathVariable AccountId accountId, @PathVariable WebhookName name) {
        registered.requireAfterCatchingUp(accountId);
        return WebhookAnswer.of(desk.remove(accountId, name.value()));
    }

    @PostMapping("/{name}/secret")
    @Operation(
            operationId = "changeWebhookSecret",
            summary = "Give a webhook of an account a new secret",
            description = "It is shown this once, and signs whatever is sent from now on, also again.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_WEBHOOK"})
    WebhookAnswer changeSecret(@PathVariable AccountId accountId, @PathVariable WebhookName name) {
        registered.requireAfterCatchingUp(accountId);
        return WebhookAnswer.of(desk.changeSecret(accountId, name.value()));
    }

    @PostMapping("/{name}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Send a signed test to a webhook of an account now",
            description = "Answers what the receiver answered. The test is of type io.minutebook.alert.test, is sent"
                    + " once and is no delivery.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_WEBHOOK"})
    WebhookTestAnswer test(@PathVariable AccountId accountId, @PathVariable WebhookName name) {
        registered.requireAfterCatchingUp(accountId);
        return WebhookTestAnswer.of(desk.test(accountId, name.value()));
    }

    @GetMapping("/{name}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What a webhook of an account was sent, newest first",
            description = "PENDING is tried at nextAttemptAt, which is real time; DELIVERED was answered with 2xx;"
                    + " GIVEN_UP is tried no more. status and error are those of the last attempt.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_WEBHOOK"})
    Page<Delivery> deliveries(
            @PathVariable AccountId accountId, @PathVariable WebhookName name,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(desk.deliveries(accountId, name.value(), after, limit.value()));
    }

    @PostMapping("/{name}/deliveries/{id}/redelivery")
    @Operation(
            operationId = "redeliverWebhook",
            summary = "Send a delivery of a webhook of an account again",
            description = "It begins with the first attempt, whatever became of it before, under the same id and with"
                    + " the same body.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_WEBHOOK", "UNKNOWN_DELIVERY"})
    Delivery sendAgain(@PathVariable AccountId accountId, @PathVariable WebhookName name, @PathVariable long id) {
        registered.requireAfterCatchingUp(accountId);
        return desk.sendAgain(accountId, name.value(), id);
    }
}
