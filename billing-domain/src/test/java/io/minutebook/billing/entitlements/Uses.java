package io.minutebook.billing.entitlements;

import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Ownership;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecognitionMode;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.ServiceNumberType;
import java.time.Instant;

/** Records that show the use of a feature. */
final class Uses {

    private Uses() {}

    static CallLeg transfer(String endedAt) {
        return leg(LegType.EXTERNAL_TRANSFER, endedAt);
    }

    static CallLeg leg(LegType type, String endedAt) {
        var end = Instant.parse(endedAt);
        return Usages.leg(
                type, Network.PSTN, Direction.OUTBOUND, MediaType.AUDIO, ServiceNumberType.LANDLINE, Ownership.PLATFORM,
                end.minusSeconds(60), null, end);
    }

    static Recognition navigation(String endedAt) {
        var end = Instant.parse(endedAt);
        return new Recognition(
                new RecordId("/cdr/test", "1400000000:session:asr-1"), Usages.ACCOUNT, 1_400_000_000L, "session", "asr-1",
                0, null, RecognitionMode.REALTIME, RecognitionFeature.IVR_NAVIGATION, end.minusSeconds(9), end, 9_000);
    }
}
