package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.packs.Draw;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.reporting.database.Columns;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a run of events adds to the sums of the days on which usage ended; what was corrected is taken off again.
 * Drawn minutes are what the packs gave and got back.
 */
final class UsageDays {

    private static final String ADD =
            """
            insert into usage_day (account_id, day, meter, application_id, records, talk_millis, billed_minutes,
                                   drawn_minutes, uncovered_minutes)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id, day, meter, application_id) do update
            set records = usage_day.records + excluded.records,
                talk_millis = usage_day.talk_millis + excluded.talk_millis,
                billed_minutes = usage_day.billed_minutes + excluded.billed_minutes,
                drawn_minutes = usage_day.drawn_minutes + excluded.drawn_minutes,
                uncovered_minutes = usage_day.uncovered_minutes + excluded.uncovered_minutes""";

    private static final String ADD_AGENTS =
            """
            insert into agent_day (account_id, day, application_id, agent, legs)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict (account_id, day, application_id, agent) do update
            set legs = agent_day.legs + excluded.legs""";

    private final MessageDigest sha256 = sha256();
    private final Map<Key, Sums> sums = new HashMap<>();
    private final Map<AgentKey, Long> legs = new HashMap<>();

    private record Key(AccountId accountId, LocalDate day, Meter meter, long applicationId) {}

    private record AgentKey(AccountId accountId, LocalDate day, long applicationId, UUID agent) {}

    private record Sums(long records, long talkMillis, long billed, long drawn, long uncovered) {

        Sums plus(Sums other) {
            return new Sums(
                    records + other.records,
                    Math.addExact(talkMillis, other.talkMillis),
                    Math.addExact(billed, other.billed),
                    Math.addExact(drawn, other.drawn),
                    Math.addExact(uncovered, other.uncovered));
        }
    }

    void add(MinutesDrawn event) {
        long drawn = event.draws().stream().map(Draw::minutes).mapToLong(minutes -> minutes.value()).sum();
        add(event.usage(), 1, drawn, event.uncovered().value());
    }

    void takeOff(DrawReversed event) {
        long returned = event.returns().stream().map(Return::minutes).mapToLong(minutes -> minutes.value()).sum();
        add(event.usage(), -1, -returned, -event.uncovered().value());
    }

    void add(UsageListed event) {
        add(event.usage(), 1, 0, 0);
    }

    void takeOff(ListingWithdrawn event) {
        add(event.usage(), -1, 0, 0);
    }

    private void add(MeteredUsage usage, int sign, long drawn, long uncovered) {
        var record = usage.record();
        var day = BusinessTime.dateOf(usage.endedAt());
        long talkMillis = sign * record.chargeableTime().toMillis();
        sums.merge(
                new Key(record.accountId(), day, usage.meter(), record.applicationId()),
                new Sums(sign, talkMillis, sign * usage.billed().value(), drawn, uncovered),
                Sums::plus);
        var agent = agentOf(usage);
        if (agent == null) return;
        legs.merge(new AgentKey(record.accountId(), day, record.applicationId(), agent), (long) sign, Long::sum);
    }

    /** A digest, for an id may be longer than a key of a table takes. */
    private @Nullable UUID agentOf(MeteredUsage usage) {
        if (!(usage.record() instanceof CallLeg leg) || leg.agentId() == null) return null;
        var digest = ByteBuffer.wrap(sha256.digest(leg.agentId().getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void write(JdbcTemplate jdbc) {
        sumColumns().write(jdbc, ADD);
        agentColumns().write(jdbc, ADD_AGENTS);
    }

    private Columns sumColumns() {
        var columns = new Columns(
                "text", "date", "text", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint");
        sums.forEach((key, sum) -> columns.row(
                key.accountId(), key.day(), key.meter(), key.applicationId(), sum.records(), sum.talkMillis(),
                sum.billed(), sum.drawn(), sum.uncovered()));
        return columns;
    }

    private Columns agentColumns() {
        var columns = new Columns("text", "date", "bigint", "uuid", "bigint");
        legs.forEach((key, count) ->
                columns.row(key.accountId(), key.day(), key.applicationId(), key.agent(), count));
        return columns;
    }
}
