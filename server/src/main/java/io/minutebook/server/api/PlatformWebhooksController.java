package io.minutebook.server.api;

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

/** Where the platform hears of every refused record, whatever account it names. */
@RestController
@Tag(name = ApiTag.ALERTS)
@RequestMapping("/api/v1/webhooks")
class PlatformWebhooksController {

    private final WebhookDesk desk;

    PlatformWebhooksController(WebhookDesk desk) {
        this.desk = desk;
    }

    @PutMapping("/{name}")
    @Operation(
            operationId = "putPlatformWebhook",
            summary = "Set where alerts of the platform are sent, or change it",
            description = "It hears of every record that is refused from now on, whatever account it names, and of"
                    + " nothing else. A new webhook is answered with its secret, which is shown this once and signs what"
                    + " is sent as Standard Webhooks say; one that is there keeps its secret. The address must be https"
                    + " and lead to the Internet, unless the operator allows others.")
    @Refuses({
        "WEBHOOK_URL_INVALID", "WEBHOOK_NOT_HTTPS", "WEBHOOK_HOST_UNKNOWN", "WEBHOOK_ADDRESS_FORBIDDEN",
        "TOO_MANY_WEBHOOKS"
    })
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "201")
    ResponseEntity<WebhookAnswer> put(
            @PathVariable WebhookName name, @RequestBody WebhookBody body) {
        return WebhookAnswer.toPut(body.set(desk, null, name));
    }

    @GetMapping
    @Operation(operationId = "listPlatformWebhooks", summary = "The webhooks of the platform, by name")
    List<WebhookAnswer> list() {
        return desk.list(null).stream().map(WebhookAnswer::of).toList();
    }

    @GetMapping("/{name}")
    @Operation(
            operationId = "getPlatformWebhook",
            summary = "A webhook of the platform",
            description = "The secret is not shown. offReason is there where its receiver answered 410, which switched"
                    + " it off; PUT it again to switch it on.")
    @Refuses("UNKNOWN_WEBHOOK")
    WebhookAnswer get(@PathVariable WebhookName name) {
        return WebhookAnswer.of(desk.get(null, name.value()));
    }

    @DeleteMapping("/{name}")
    @Operation(
            operationId = "removePlatformWebhook",
            summary = "Remove a webhook of the platform, with its deliveries",
            description = "Answers it as it was.")
    @Refuses("UNKNOWN_WEBHOOK")
    WebhookAnswer remove(@PathVariable WebhookName name) {
        return WebhookAnswer.of(desk.remove(null, name.value()));
    }

    @PostMapping("/{name}/secret")
    @Operation(
            operationId = "changePlatformWebhookSecret",
            summary = "Give a webhook of the platform a new secret",
            description = "It is shown this once, and signs whatever is sent from now on, also again.")
    @Refuses("UNKNOWN_WEBHOOK")
    WebhookAnswer changeSecret(@PathVariable WebhookName name) {
        return WebhookAnswer.of(desk.changeSecret(null, name.value()));
    }

    @PostMapping("/{name}/test")
    @Operation(
            operationId = "testPlatformWebhook",
            summary = "Send a signed test to a webhook of the platform now",
            description = "Answers what the receiver answered. The test is of type io.minutebook.alert.test, is sent"
                    + " once and is no delivery.")
    @Refuses("UNKNOWN_WEBHOOK")
    WebhookTestAnswer test(@PathVariable WebhookName name) {
        return WebhookTestAnswer.of(desk.test(null, name.value()));
    }

    @GetMapping("/{name}/deliveries")
    @Operation(
            operationId = "listPlatformWebhookDeliveries",
            summary = "What a webhook of the platform was sent, newest first",
            description = "PENDING is tried at nextAttemptAt, which is real time; DELIVERED was answered with 2xx;"
                    + " GIVEN_UP is tried no more. status and error are those of the last attempt.")
    @Refuses("UNKNOWN_WEBHOOK")
    Page<Delivery> deliveries(
            @PathVariable WebhookName name,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        return Page.of(desk.deliveries(null, name.value(), after, limit.value()));
    }

    @PostMapping("/{name}/deliveries/{id}/redelivery")
    @Operation(
            operationId = "redeliverPlatformWebhook",
            summary = "Send a delivery of a webhook of the platform again",
            description = "It begins with the first attempt, whatever became of it before, under the same id and with"
                    + " the same body.")
    @Refuses({"UNKNOWN_WEBHOOK", "UNKNOWN_DELIVERY"})
    Delivery sendAgain(@PathVariable WebhookName name, @PathVariable long id) {
        return desk.sendAgain(null, name.value(), id);
    }
}
