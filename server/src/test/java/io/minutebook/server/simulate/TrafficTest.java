package io.minutebook.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Meter;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.simulate.Expectation.Booked;
import io.minutebook.server.simulate.Expectation.Refused;
import io.minutebook.server.simulate.Expectation.Repeated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrafficTest {

    private static final int RECORDS = 20_000;

    private static final List<Generated> CALM = Plans.generated(Plans.calm(RECORDS));
    private static final List<Generated> ROUGH = Plans.generated(Plans.rough(RECORDS));

    @Test
    void aPlanMakesTheSameBytesEachTime() {
        assertThat(texts(Plans.generated(Plans.rough(RECORDS)))).isEqualTo(texts(ROUGH));
    }

    @Test
    void anotherSeedMakesOtherRecords() {
        var other = TrafficPlan.calm(20, Plans.FIRST_ACCOUNT, RECORDS, Plans.JANUARY, Plans.SEED + 1);
        assertThat(Collections.disjoint(texts(Plans.generated(other)), new HashSet<>(texts(CALM)))).isTrue();
    }

    @Test
    void theSummaryCountsWhatWasDelivered() {
        var summary = Plans.summary(ROUGH);
        assertThat(ROUGH).hasSize(RECORDS);
        assertThat(summary.records()).isEqualTo(RECORDS);
        assertThat(summary.duplicates()).isEqualTo(RECORDS * 5 / 100);
        assertThat(summary.bad().values().stream().mapToLong(count -> count).sum())
                .isEqualTo(RECORDS * 3 / 100);
        assertThat(summary.distinct()).isEqualTo(RECORDS * 92 / 100);
    }

    @Test
    void everyReasonAppearsAndTwoRecordsAreTooLarge() {
        assertThat(Plans.summary(ROUGH).bad()).containsOnlyKeys(
                RecordRefusal.TOO_LARGE, RecordRefusal.MALFORMED, RecordRefusal.ACCOUNT_MISMATCH,
                RecordRefusal.MISSING_ANSWER, RecordRefusal.NEGATIVE_DURATION, RecordRefusal.TIME_ORDER,
                RecordRefusal.TOO_LONG, RecordRefusal.DURATION_MISMATCH, RecordRefusal.FUTURE_RECORD,
                RecordRefusal.NUM400_OUTBOUND, RecordRefusal.UNKNOWN_ACCOUNT, RecordRefusal.ID_CONFLICT)
                .containsEntry(RecordRefusal.TOO_LARGE, 2L);
    }

    @Test
    void everyMeterIsUsed() {
        assertThat(CALM.stream().map(delivery -> ((Booked) delivery.expectation()).meter()))
                .contains(Meter.values());
    }

    @Test
    void aCalmMonthHasOneDeliveryPerIdentityInOrderOfClosing() {
        assertThat(CALM.stream().map(delivery -> identity(read(delivery)))).doesNotHaveDuplicates();
        long outOfOrder = 0;
        var latest = Instant.MIN;
        for (var delivery : CALM) {
            if (closedAt(read(delivery)).isBefore(latest)) outOfOrder++;
            else latest = closedAt(read(delivery));
        }
        assertThat(outOfOrder).isLessThan(RECORDS / 100);
    }

    @Test
    void everyRecordClosesInTheMonthFromItsFirstInstantOn() {
        var closed = CALM.stream().map(delivery -> closedAt(read(delivery))).sorted().toList();
        assertThat(closed.getFirst()).isEqualTo(BusinessTime.startOf(Plans.JANUARY.atDay(1)));
        assertThat(closed.getLast()).isBefore(BusinessTime.startOf(Plans.JANUARY.plusMonths(1).atDay(1)));
        assertThat(startedAt(read(CALM.getFirst()))).isBefore(closed.getFirst());
    }

    @Test
    void mostContactsAreInOfficeHours() {
        var inOfficeHours = CALM.stream()
                .map(delivery -> closedAt(read(delivery)).atZone(BusinessTime.ZONE).getHour())
                .filter(hour -> hour >= 8 && hour <= 21)
                .count();
        assertThat(inOfficeHours).isGreaterThan(RECORDS * 9 / 10).isLessThan(RECORDS);
    }

    @Test
    void theLargestOfTwentyAccountsHasFarMoreThanTheSmallest() {
        var sizes = CALM.stream().collect(Collectors.groupingBy(Generated::key, Collectors.counting()));
        var largest = sizes.getOrDefault("1300000001", 0L);
        assertThat(sizes).hasSize(20);
        assertThat(largest).isGreaterThan(10 * sizes.getOrDefault("1300000020", 0L));
    }

    @Test
    void whatFollowsFromARecordComesAfterIt() {
        Map<String, Integer> booked = new HashMap<>();
        for (var delivery : ROUGH) {
            var identity = isReadable(delivery) ? identity(read(delivery)) : "";
            switch (delivery.expectation()) {
                case Booked _ -> {
                    assertThat(booked.merge(identity, 1, Integer::sum)).isEqualTo(1);
                    if (isReadable(delivery) && read(delivery).path("data").has("supersedes")) {
                        assertThat(booked).containsKey(superseded(read(delivery)));
                    }
                }
                case Repeated() -> assertThat(booked).containsKey(identity);
                case Refused(var reason) when reason == RecordRefusal.ID_CONFLICT ->
                    assertThat(booked).containsKey(identity);
                case Refused _ -> assertThat(booked).doesNotContainKey(identity);
            }
        }
    }

    @Test
    void someRepeatsAreWrittenOtherwise() {
        var seen = new HashSet<String>();
        int sameBytes = 0;
        int otherBytes = 0;
        for (var delivery : ROUGH) {
            boolean isNew = seen.add(text(delivery));
            if (delivery.expectation() instanceof Repeated && isNew) otherBytes++;
            if (delivery.expectation() instanceof Repeated && !isNew) sameBytes++;
        }
        assertThat(sameBytes).isGreaterThan(400);
        assertThat(otherBytes).isGreaterThan(250);
    }

    @Test
    void lateRecordsComeAfterAllOthersAndDisplacedOnesMoveByThousands() {
        var late = withShares("0", "3");
        var closed = late.stream().map(delivery -> closedAt(read(delivery))).toList();
        var end = closed.stream().max(Instant::compareTo).orElseThrow();
        int lateOnes = RECORDS - 1 - closed.lastIndexOf(end);
        assertThat(lateOnes).isCloseTo(RECORDS * 3 / 100, within(RECORDS / 100));

        var inOrder = texts(CALM);
        var displaced = texts(withShares("10", "0"));
        var places = new HashMap<String, Integer>();
        for (int place = 0; place < RECORDS; place++) places.put(inOrder.get(place), place);
        long moved = 0;
        for (int place = 0; place < RECORDS; place++) {
            int distance = place - places.getOrDefault(displaced.get(place), -1);
            assertThat(distance).isBetween(-4_000, 4_001);
            if (distance > 600) moved++;
        }
        assertThat(moved).isCloseTo(RECORDS * 10L * 34 / 40 / 100, within(RECORDS * 3L / 100));
    }

    @Test
    void minutesAreThoseOfTheCallsWithoutRegardToTheLedgersOwnRules() {
        var minutes = new HashMap<String, Long>();
        for (var delivery : CALM) {
            var data = read(delivery).path("data");
            var mode = data.path("mode");
            if (mode.isString()) minutes.merge(mode.asString(), started(data), Long::sum);
        }
        assertThat(Plans.summary(CALM).minutes())
                .containsEntry(Meter.REALTIME_ASR, minutes.get("REALTIME"))
                .containsEntry(Meter.OFFLINE_ASR, minutes.get("OFFLINE"));
    }

    private static long started(JsonNode data) {
        return Math.ceilDiv(data.path("durationMs").asLong(), 60_000L);
    }

    private static List<Generated> withShares(String disorder, String late) {
        return Plans.generated(new TrafficPlan(20, Plans.FIRST_ACCOUNT, RECORDS, Plans.JANUARY, Plans.SEED,
                Share.NONE, Share.ofPercent(disorder), Share.ofPercent(late), Share.NONE, Share.NONE));
    }

    private static boolean isReadable(Generated delivery) {
        return !delivery.expectation().equals(new Refused(RecordRefusal.MALFORMED));
    }

    private static JsonNode read(Generated delivery) {
        return JsonMapper.shared().readTree(delivery.value());
    }

    private static String identity(JsonNode event) {
        return event.path("source").asString() + " " + event.path("id").asString();
    }

    private static String superseded(JsonNode event) {
        return event.path("source").asString() + " " + event.path("data").path("supersedes").asString();
    }

    private static Instant closedAt(JsonNode event) {
        return OffsetDateTime.parse(event.path("time").asString()).toInstant();
    }

    private static Instant startedAt(JsonNode event) {
        return OffsetDateTime.parse(event.path("data").path("startedAt").asString()).toInstant();
    }

    private static List<String> texts(List<Generated> deliveries) {
        var texts = new ArrayList<String>();
        for (var delivery : deliveries) texts.add(delivery.key() + " " + text(delivery));
        return texts;
    }

    private static String text(Generated delivery) {
        return new String(delivery.value(), StandardCharsets.UTF_8);
    }
}
