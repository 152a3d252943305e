package io.minutebook.billing.entitlements;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that shows the use of a feature which not every plan includes; it is judged as of its end. */
public record RestrictedUse(
        AccountId accountId, long applicationId, EntitlementCode code, RecordId record, Instant endedAt) {

    /** A record does not tell whether an agent or the IVR transferred the call; both are included alike. */
    private static final EntitlementCode EXTERNAL_LINE = new EntitlementCode("E-013");

    private static final EntitlementCode SPEECH_NAVIGATION = new EntitlementCode("E-030");

    /** None where the record shows no such feature. An attempt is a use, answered or not. */
    public static Optional<RestrictedUse> of(UsageRecord record) {
        var code = codeOf(record);
        if (code == null) return Optional.empty();
        return Optional.of(new RestrictedUse(
                record.accountId(), record.applicationId(), code, record.id(), record.endedAt()));
    }

    private static @Nullable EntitlementCode codeOf(UsageRecord record) {
        return switch (record) {
            case CallLeg leg -> leg.legType() == LegType.EXTERNAL_TRANSFER ? EXTERNAL_LINE : null;
            case Recognition recognition ->
                recognition.feature() == RecognitionFeature.IVR_NAVIGATION ? SPEECH_NAVIGATION : null;
            case BotMessages _ -> null;
        };
    }

    /** In Asia/Shanghai. */
    public LocalDate day() {
        return BusinessTime.dateOf(endedAt);
    }
}
