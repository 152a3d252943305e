package io.minutebook.server.security;

import static io.minutebook.server.security.Audience.EVERYBODY;
import static io.minutebook.server.security.Audience.EVERY_KEY;
import static io.minutebook.server.security.Audience.OPERATOR;
import static io.minutebook.server.security.Audience.READERS;
import static io.minutebook.server.security.Audience.READERS_AND_PLATFORM_OF_THE_ACCOUNT;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * Who may ask for what: what has no row here is the operator's alone. The same table stands in docs/access.md for
 * those who use the API, and a test holds both against the running server.
 */
final class AccessTable {

    static final List<Row> ROWS = List.of(
            row(PUT, "/api/v1/accounts/{accountId}", OPERATOR),
            row(GET, "/api/v1/accounts", READERS),
            row(GET, "/api/v1/accounts/{accountId}", READERS),
            row(POST, "/api/v1/accounts/{accountId}/funds", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/vouchers", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/vouchers", READERS),
            row(GET, "/api/v1/accounts/{accountId}/funds/movements", READERS),
            row(PUT, "/api/v1/accounts/{accountId}/prices/{product}", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/prices/{product}", READERS),
            row(GET, "/api/v1/accounts/{accountId}/prices", READERS),
            row(PUT, "/api/v1/promotions/{name}", OPERATOR),
            row(GET, "/api/v1/promotions", READERS),
            row(POST, "/api/v1/accounts/{accountId}/quotes", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/orders", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/orders", READERS),
            row(GET, "/api/v1/accounts/{accountId}/resources", READERS),
            row(POST, "/api/v1/accounts/{accountId}/trials", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/resources/{resourceId}/renewals", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/resources/{resourceId}/upgrade", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/resources/{resourceId}/deregistration", OPERATOR),
            row(PATCH, "/api/v1/accounts/{accountId}/resources/{resourceId}", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/refund-quotes", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/refunds", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/refunds", READERS),
            row(POST, "/api/v1/accounts/{accountId}/refund-vetoes", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/refund-vetoes", READERS),
            row(POST, "/api/v1/accounts/{accountId}/refund-vetoes/{vetoId}/lifting", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/violations", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/violations", READERS),
            row(POST, "/api/v1/accounts/{accountId}/violations/{violationId}/appeal", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/adjustments", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/adjustments", READERS),
            row(POST, "/api/v1/accounts/{accountId}/adjustments/{adjustmentId}/approval", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/packs", READERS),
            row(GET, "/api/v1/accounts/{accountId}/packs/{packId}/explanation", READERS),
            row(GET, "/api/v1/accounts/{accountId}/packs/{packId}/draws", READERS),
            row(GET, "/api/v1/accounts/{accountId}/orders/{orderId}/explanation", READERS),
            row(GET, "/api/v1/accounts/{accountId}/bills/{month}/lines/{line}/explanation", READERS),
            row(GET, "/api/v1/accounts/{accountId}/funds", READERS),
            row(GET, "/api/v1/accounts/{accountId}/difference", READERS),
            row(GET, "/api/v1/usage/{recordId}/explanation", READERS),
            row(GET, "/api/v1/accounts/{accountId}/usage", READERS_AND_PLATFORM_OF_THE_ACCOUNT),
            row(GET, "/api/v1/accounts/{accountId}/usage/{month}.csv", READERS_AND_PLATFORM_OF_THE_ACCOUNT),
            row(GET, "/api/v1/accounts/{accountId}/usage/{month}.xlsx", READERS_AND_PLATFORM_OF_THE_ACCOUNT),
            row(GET, "/api/v1/accounts/{accountId}/usage/{month}.jsonl.gz", READERS_AND_PLATFORM_OF_THE_ACCOUNT),
            row(GET, "/api/v1/usage/{month}.csv", READERS),
            row(GET, "/api/v1/usage/{month}.xlsx", READERS),
            row(GET, "/api/v1/usage/{month}.jsonl.gz", READERS),
            row(GET, "/api/v1/accounts/{accountId}/usage-statistics", READERS_AND_PLATFORM_OF_THE_ACCOUNT),
            row(GET, "/api/v1/accounts/{accountId}/usage-panel", READERS),
            row(GET, "/api/v1/accounts/{accountId}/reconciliation", READERS),
            row(GET, "/api/v1/accounts/{accountId}/events", READERS),
            row(GET, "/api/v1/accounts/{accountId}/events.jsonl", READERS),
            row(GET, "/api/v1/accounts/{accountId}/bills/{month}", READERS),
            row(GET, "/api/v1/accounts/{accountId}/bills/{month}.csv", READERS),
            row(GET, "/api/v1/accounts/{accountId}/bills/{month}.xlsx", READERS),
            row(GET, "/api/v1/accounts/{accountId}/bills/{month}.pdf", READERS),
            row(GET, "/api/v1/bills/{month}.csv", READERS),
            row(GET, "/api/v1/bills/{month}.xlsx", READERS),
            row(GET, "/api/v1/applications/{applicationId}/entitlements", EVERY_KEY),
            row(GET, "/api/v1/applications/{applicationId}/entitlements/{code}", EVERY_KEY),
            row(GET, "/api/v1/accounts/{accountId}/alerts", READERS),
            row(GET, "/api/v1/accounts/{accountId}/webhooks", READERS),
            row(PUT, "/api/v1/accounts/{accountId}/webhooks/{name}", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/webhooks/{name}", READERS),
            row(DELETE, "/api/v1/accounts/{accountId}/webhooks/{name}", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/webhooks/{name}/secret", OPERATOR),
            row(POST, "/api/v1/accounts/{accountId}/webhooks/{name}/test", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/webhooks/{name}/deliveries", READERS),
            row(POST, "/api/v1/accounts/{accountId}/webhooks/{name}/deliveries/{id}/redelivery", OPERATOR),
            row(GET, "/api/v1/webhooks", READERS),
            row(PUT, "/api/v1/webhooks/{name}", OPERATOR),
            row(GET, "/api/v1/webhooks/{name}", READERS),
            row(DELETE, "/api/v1/webhooks/{name}", OPERATOR),
            row(POST, "/api/v1/webhooks/{name}/secret", OPERATOR),
            row(POST, "/api/v1/webhooks/{name}/test", OPERATOR),
            row(GET, "/api/v1/webhooks/{name}/deliveries", READERS),
            row(POST, "/api/v1/webhooks/{name}/deliveries/{id}/redelivery", OPERATOR),
            row(GET, "/api/v1/journal", READERS),
            row(GET, "/api/v1/journal.csv", READERS),
            row(GET, "/api/v1/journal.journal", READERS),
            row(GET, "/api/v1/journal/trial-balance", READERS),
            row(GET, "/api/v1/catalogue", READERS),
            row(GET, "/api/v1/prohibited-business", READERS),
            row(POST, "/api/v1/records/validate", EVERY_KEY),
            row(GET, "/api/v1/ingest/status", READERS),
            row(GET, "/api/v1/ingest/dead-letters", READERS),
            row(GET, "/api/v1/ingest/dead-letters/{id}", READERS),
            row(POST, "/api/v1/ingest/dead-letters/{id}/retry", OPERATOR),
            row(POST, "/api/v1/ingest/dead-letters/retry", OPERATOR),
            row(POST, "/api/v1/ingest/dead-letters/{id}/discard", OPERATOR),
            row(POST, "/api/v1/ingest/partitions/{partition}/resume", OPERATOR),
            row(GET, "/api/v1/projections", READERS),
            row(GET, "/api/v1/looks", READERS),
            row(GET, "/api/v1/projections/comparisons", READERS),
            row(POST, "/api/v1/projections/comparisons", OPERATOR),
            row(GET, "/api/v1/projections/{name}", READERS),
            row(POST, "/api/v1/projections/{name}/replay", OPERATOR),
            row(GET, "/api/v1/accounts/{accountId}/months/{month}/difference", READERS),
            row(GET, "/api/v1/months", READERS),
            row(GET, "/api/v1/months/{month}", READERS),
            row(GET, "/api/v1/months/{month}/manifest.csv", READERS),
            row(POST, "/api/v1/months/{month}/close", OPERATOR),
            row(GET, "/api/v1/clock", READERS),
            row(PUT, "/api/v1/clock", OPERATOR),
            row(GET, "/api/openapi.json", EVERYBODY),
            row(GET, "/api/openapi.json.yaml", EVERYBODY),
            row(GET, "/api/openapi.json/swagger-config", EVERYBODY),
            row(GET, "/api/docs", EVERYBODY),
            row(GET, "/api/swagger-ui/**", EVERYBODY),
            row(GET, "/api/schemas/{name}.json", EVERYBODY),
            row(GET, "/api/samples/{name}.json", EVERYBODY),
            row(GET, "/finance", EVERYBODY),
            row(GET, "/finance/explain/line", EVERYBODY),
            row(GET, "/finance/explain/pack", EVERYBODY),
            row(GET, "/finance/explain/draws", EVERYBODY),
            row(GET, "/finance/explain/order", EVERYBODY),
            row(GET, "/finance/explain/usage", EVERYBODY),
            row(GET, "/finance/events", EVERYBODY),
            row(POST, "/finance/sign-in", EVERYBODY),
            row(POST, "/finance/sign-out", EVERYBODY),
            row(GET, "/finance/style.css", EVERYBODY),
            row(GET, "/health/live", EVERYBODY),
            row(GET, "/health/ready", EVERYBODY));

    private AccessTable() {}

    /**
     * A request and who may make it.
     *
     * @param path with the account, where there is one, as {@code {accountId}}
     */
    record Row(HttpMethod method, String path, Audience audience) {}

    private static Row row(HttpMethod method, String path, Audience audience) {
        return new Row(method, path, audience);
    }
}
