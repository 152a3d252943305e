package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Calls of one customer as its own telephones counted them, with the records that a platform makes of them. */
final class JanuaryCalls {

    private static final int EACH_TIME = 12;
    private static final List<Meter> METERS = List.of(
            Meter.LANDLINE_OUTBOUND, Meter.LANDLINE_OUTBOUND, Meter.TOLL_FREE_INBOUND, Meter.AUDIO, Meter.REALTIME_ASR,
            Meter.LANDLINE_INBOUND, Meter.UNMETERED);

    private final String account;
    private final Random random;
    private final List<Call> calls = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();

    /** A call, what it comes to, and the month in which that has to be booked. */
    private record Call(String recordId, BillingMonth month, BillingMonth bookedIn, long minutes) {}

    JanuaryCalls(String account, Random random) {
        this.account = account;
        this.random = random;
    }

    /** Records of that time, one of them over a midnight, with some twice, without some that come later. */
    List<String> between(Instant from, Instant until) {
        var records = new ArrayList<>(rest());
        for (int i = 0; i < EACH_TIME; i++) {
            var ended = Instant.ofEpochMilli(random.nextLong(from.toEpochMilli(), until.toEpochMilli()));
            var talk = random.nextInt(4) == 0
                    ? Duration.ofMinutes(random.nextInt(0, 20))
                    : Duration.ofMillis(random.nextLong(1, 90 * 60_000));
            var record = call(METERS.get(random.nextInt(METERS.size())), ended, talk);
            switch (random.nextInt(8)) {
                case 0 -> withheld.add(record);
                case 1 -> records.addAll(List.of(record, record));
                case 2 -> {
                    records.add(record);
                    withheld.add(record);
                }
                default -> records.add(record);
            }
        }
        records.add(overMidnight(BusinessTime.startOf(BusinessTime.dateOf(until)), until));
        return records;
    }

    /** Records that were not published in their time. */
    List<String> rest() {
        var rest = List.copyOf(withheld);
        withheld.clear();
        return rest;
    }

    /** Begun on the day before, and over by then. */
    String overMidnight(Instant midnight, Instant then) {
        long most = Math.min(Duration.ofMinutes(20).toMillis(), Duration.between(midnight, then).toMillis());
        var after = Duration.ofMillis(random.nextLong(most + 1));
        return call(Meter.LANDLINE_OUTBOUND, midnight.plus(after), after.plusMillis(random.nextLong(1, 30 * 60_000)));
    }

    String call(Meter meter, Instant ended, Duration talk) {
        return call(meter, ended, talk, BillingMonth.of(ended));
    }

    /** A call that is told when its month is closed. */
    String late(Instant ended, Duration talk, BillingMonth bookedIn) {
        return call(Meter.LANDLINE_OUTBOUND, ended, talk, bookedIn);
    }

    private String call(Meter meter, Instant ended, Duration talk, BillingMonth bookedIn) {
        var session = "j-" + account + "-" + calls.size();
        boolean isFree = meter == Meter.LANDLINE_INBOUND || meter == Meter.UNMETERED;
        long minutes = isFree ? 0 : (talk.toMillis() + 59_999) / 60_000;
        var leg = meter == Meter.REALTIME_ASR ? "asr-1" : "main";
        calls.add(new Call("14:" + session + ":" + leg, BillingMonth.of(ended), bookedIn, minutes));
        return meter == Meter.REALTIME_ASR ? recognition(session, ended, talk) : leg(meter, session, ended, talk);
    }

    private String recognition(String session, Instant ended, Duration talk) {
        return JanuaryCustomer.json(
                """
                {'specversion': '1.0', 'id': '14:%1$s:asr-1', 'source': '/cdr/test',
                 'type': 'minutebook.recognition.v1', 'subject': '%2$s', 'time': '%3$s',
                 'data': {'accountId': '%2$s', 'applicationId': 14, 'sessionId': '%1$s', 'legId': 'asr-1',
                   'mode': 'REALTIME', 'feature': 'TRANSCRIPTION', 'startedAt': '%4$s', 'endedAt': '%3$s',
                   'durationMs': %5$d}}"""
                        .formatted(session, account, ended, ended.minus(talk), talk.toMillis()));
    }

    private String leg(Meter meter, String session, Instant ended, Duration talk) {
        var line = switch (meter) {
            case AUDIO -> "'network': 'VOIP', 'direction': 'INBOUND'";
            case TOLL_FREE_INBOUND -> pstn("INBOUND", "NUM400", "PLATFORM");
            case LANDLINE_INBOUND -> pstn("INBOUND", "LANDLINE", "PLATFORM");
            case UNMETERED -> pstn("OUTBOUND", "LANDLINE", "CUSTOMER");
            case LANDLINE_OUTBOUND, REALTIME_ASR, OFFLINE_ASR, BOT_MESSAGES -> pstn("OUTBOUND", "LANDLINE", "PLATFORM");
        };
        return JanuaryCustomer.json(
                """
                {'specversion': '1.0', 'id': '14:%1$s:main', 'source': '/cdr/test',
                 'type': 'minutebook.call-leg.v1', 'subject': '%2$s', 'time': '%3$s',
                 'data': {'accountId': '%2$s', 'applicationId': 14, 'sessionId': '%1$s', 'legId': 'main',
                   'legType': 'MAIN', %6$s, 'caller': '+8613812345678', 'startedAt': '%4$s', 'answeredAt': '%4$s',
                   'endedAt': '%3$s', 'durationMs': %5$d, 'disposition': 'ANSWERED'}}"""
                        .formatted(session, account, ended, ended.minus(talk), talk.toMillis(), line));
    }

    private static String pstn(String direction, String type, String owner) {
        return """
            'network': 'PSTN', 'direction': '%s', 'serviceNumber': '+862066660000', 'serviceNumberType': '%s',
            'serviceNumberOwnership': '%s'""".formatted(direction, type, owner);
    }

    /** Minutes by record that have to be booked in that month. */
    Map<String, Long> bookedIn(BillingMonth month) {
        return minutes(call -> call.bookedIn().equals(month));
    }

    /** Minutes by record of calls that ended in that month, where they had to be booked by the end of another. */
    Map<String, Long> endedIn(BillingMonth month, BillingMonth bookedBy) {
        return minutes(call -> call.month().equals(month) && call.bookedIn().compareTo(bookedBy) <= 0);
    }

    private Map<String, Long> minutes(Predicate<Call> which) {
        var minutes = new TreeMap<String, Long>();
        for (var call : calls) if (which.test(call)) minutes.put(call.recordId(), call.minutes());
        return minutes;
    }
}
