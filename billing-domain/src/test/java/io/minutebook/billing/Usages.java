package io.minutebook.billing;

import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Ownership;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.ServiceNumberType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records of usage for tests. */
public final class Usages {

    public static final AccountId ACCOUNT = new AccountId("1");

    private Usages() {}

    /** An answered outbound call on a landline number of the platform that ended at that instant. */
    public static CallLeg call(Duration talkTime, Instant endedAt) {
        return landline(Direction.OUTBOUND, endedAt.minus(talkTime), endedAt);
    }

    /** A call that rang for that long and was never answered. */
    public static CallLeg unanswered(Duration ringing, Instant endedAt) {
        return leg(
                LegType.MAIN,
                Network.PSTN,
                Direction.OUTBOUND,
                MediaType.AUDIO,
                ServiceNumberType.LANDLINE,
                Ownership.PLATFORM,
                endedAt.minus(ringing),
                null,
                endedAt);
    }

    public static MeteredUsage minutesUntil(Instant endedAt, long minutes) {
        return MeteredUsage.of(call(Duration.ofMinutes(minutes), endedAt), Meter.LANDLINE_OUTBOUND);
    }

    public static DeliveredUsage delivered(MeteredUsage usage) {
        return new DeliveredUsage(usage, "usage-records", 3, 41);
    }

    private static CallLeg landline(Direction direction, Instant answeredAt, Instant endedAt) {
        return leg(
                LegType.MAIN,
                Network.PSTN,
                direction,
                MediaType.AUDIO,
                ServiceNumberType.LANDLINE,
                Ownership.PLATFORM,
                answeredAt,
                answeredAt,
                endedAt);
    }

    public static CallLeg leg(
            LegType legType,
            Network network,
            Direction direction,
            MediaType mediaType,
            @Nullable ServiceNumberType numberType,
            @Nullable Ownership ownership,
            Instant startedAt,
            @Nullable Instant answeredAt,
            Instant endedAt) {
        return new CallLeg(
                new RecordId("/cdr/test", "1400000000:session:main"),
                ACCOUNT,
                1_400_000_000L,
                "session",
                "main",
                0,
                null,
                legType,
                network,
                direction,
                mediaType,
                null,
                numberType,
                ownership,
                null,
                null,
                null,
                startedAt,
                answeredAt,
                endedAt,
                answeredAt == null ? Disposition.NO_ANSWER : Disposition.ANSWERED,
                null,
                null);
    }
}
