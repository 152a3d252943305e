package io.minutebook.server.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minutebook.billing.AccountId;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Header;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Usage records as bytes: calls from a landline number of the platform, of 61 seconds unless said otherwise. */
final class Calls {

    static final AccountId ACCOUNT = new AccountId("1000001");
    static final Instant NOW = Instant.parse("2025-01-16T00:00:00Z");
    static final Instant BOUGHT = Instant.parse("2025-01-01T00:00:00Z");
    static final String CALLER = "+862088880000";
    static final String CALLEE = "+8613812348000";

    private static final String RECORD =
            """
            {"specversion":"1.0","id":"14:%1$s:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"2025-01-15T10:01:01Z",
             "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%1$s","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"OUTBOUND","serviceNumber":"+862066660000",
               "serviceNumberType":"LANDLINE","serviceNumberOwnership":"PLATFORM",
               "caller":"+862088880000","callee":"+8613812348000","startedAt":"2025-01-15T10:00:00.000Z",
               "answeredAt":"2025-01-15T10:00:00.000Z","endedAt":"2025-01-15T10:01:01.000Z","durationMs":61000,
               "disposition":"ANSWERED"}}""";

    private Calls() {}

    static byte[] call(String session) {
        return call(session, ACCOUNT);
    }

    static byte[] call(String session, AccountId account) {
        return RECORD.formatted(session, account).getBytes(UTF_8);
    }

    /** The same id, and a callee that differs. */
    static byte[] conflicting(String session) {
        return RECORD.formatted(session, ACCOUNT).replace(CALLEE, "+8613900000000").getBytes(UTF_8);
    }

    /** A record that says so little about its time that it is malformed. */
    static byte[] malformed(String session) {
        return RECORD.formatted(session, ACCOUNT).replace("\"endedAt\"", "\"ended\"").getBytes(UTF_8);
    }

    /** A call of that many minutes that corrects the record of that id. */
    static byte[] correction(String session, int revision, String supersedes, int minutes) {
        return text(call(session))
                .replace(":main\"", ":main:r" + revision + "\"")
                .replace("\"legId\"", "\"revision\":%d,\"supersedes\":\"%s\",\"legId\"".formatted(revision, supersedes))
                .replace("2025-01-15T10:01:01", "2025-01-15T10:%02d:00".formatted(minutes))
                .replace("61000", Integer.toString(minutes * 60_000))
                .getBytes(UTF_8);
    }

    /** The same without an end, so that it is malformed. */
    static byte[] withoutEnd(byte[] record) {
        return text(record).replace("\"endedAt\"", "\"ended\"").getBytes(UTF_8);
    }

    /** The same as a call that came in, which is free. */
    static byte[] inbound(byte[] record) {
        return text(record).replace("OUTBOUND", "INBOUND").getBytes(UTF_8);
    }

    private static String text(byte[] record) {
        return new String(record, UTF_8);
    }

    static List<byte[]> calls(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> call("s" + i)).toList();
    }

    static String recordId(String session) {
        return "14:" + session + ":main";
    }

    static String recordId(String session, int revision) {
        return recordId(session) + ":r" + revision;
    }

    /** Other accounts' records travel without a key. */
    static Delivery delivery(String topic, int partition, long offset, byte[] value) {
        var headers = List.of(new Header("trace", "t-1".getBytes(UTF_8)));
        boolean isOthers = text(value).contains("\"subject\"") && !text(value).contains(ACCOUNT.value());
        var key = isOthers ? null : ACCOUNT.value().getBytes(UTF_8);
        return new Delivery(topic, partition, offset, key, value, headers, NOW);
    }
}
