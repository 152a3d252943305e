package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.PackId;
import io.minutebook.billing.corrections.Adjustment;
import io.minutebook.billing.corrections.AdjustmentKind;
import io.minutebook.billing.usage.Meter;
import io.minutebook.server.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is corrected and why: an amount of money, or minutes of a pack. */
record AdjustmentBody(
        @Schema(requiredMode = REQUIRED) @Nullable AdjustmentKind kind,
        @Nullable Money amount,
        @Nullable Long minutes,
        @Nullable String packId,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 500) @Nullable String reason) {

    private static final int LONGEST = 500;

    /** Says which meter a pack is of. */
    Adjustment adjustment(Function<PackId, Meter> meters) {
        return switch (Fields.given("kind", kind)) {
            case GOODWILL_CREDIT -> Adjustment.goodwill(Fields.positive("amount", amount));
            case MINUTES_RETURNED, MINUTES_TAKEN -> ofMinutes(meters);
        };
    }

    private Adjustment ofMinutes(Function<PackId, Meter> meters) {
        long moved = Fields.given("minutes", minutes);
        if (moved < 1) throw Rejected.malformed("minutes: send a whole number above zero.");
        if (!PackId.isValid(Fields.given("packId", packId))) {
            throw Rejected.malformed("packId: send 1 to 40 letters, digits or hyphens.");
        }
        var pack = new PackId(Fields.given("packId", packId));
        return new Adjustment(Fields.given("kind", kind), null, new Minutes(moved), pack, meters.apply(pack));
    }

    String why() {
        return Fields.text("reason", reason, LONGEST);
    }
}
