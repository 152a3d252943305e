package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.orders.UpgradeResource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which plan it shall become. */
record UpgradeBody(
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 100) @Nullable String product) {

    UpgradeResource toCommand(AccountId accountId, ResourceId resourceId, Instant at) {
        return new UpgradeResource(accountId, resourceId, new ProductCode(Fields.text("product", product, 100)), at);
    }
}
