package io.minutebook.ingest.record;

import static io.minutebook.ingest.record.RecordRefusal.ACCOUNT_MISMATCH;
import static io.minutebook.ingest.record.RecordRefusal.DURATION_MISMATCH;
import static io.minutebook.ingest.record.RecordRefusal.FUTURE_RECORD;
import static io.minutebook.ingest.record.RecordRefusal.MALFORMED;
import static io.minutebook.ingest.record.RecordRefusal.MISSING_ANSWER;
import static io.minutebook.ingest.record.RecordRefusal.NEGATIVE_DURATION;
import static io.minutebook.ingest.record.RecordRefusal.NUM400_OUTBOUND;
import static io.minutebook.ingest.record.RecordRefusal.PROCESSING_FAILED;
import static io.minutebook.ingest.record.RecordRefusal.SUPERSEDED_UNKNOWN;
import static io.minutebook.ingest.record.RecordRefusal.TIME_ORDER;
import static io.minutebook.ingest.record.RecordRefusal.TOO_LARGE;
import static io.minutebook.ingest.record.RecordRefusal.TOO_LONG;
import static io.minutebook.ingest.record.RecordRefusal.UNKNOWN_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordRefusalTest {

    /** One way to break each rule that is judged without the database, in order of precedence. */
    private static final List<BrokenRule> RULES = List.of(
            new BrokenRule(TOO_LARGE, null,
                    leg -> leg.text("unknown", "x".repeat(1024 * 1024))),
            new BrokenRule(MALFORMED, "/data/agentId",
                    leg -> leg.raw("agentId", "7")),
            new BrokenRule(ACCOUNT_MISMATCH, "/subject",
                    leg -> leg.attribute("subject", "\"1000002\"")),
            new BrokenRule(MISSING_ANSWER, "/data/answeredAt",
                    leg -> leg.without("answeredAt")),
            new BrokenRule(NEGATIVE_DURATION, "/data/endedAt",
                    leg -> leg.text("endedAt", "2025-01-15T09:59:59+08:00")),
            new BrokenRule(TIME_ORDER, "/data/answeredAt",
                    leg -> leg.text("startedAt", "2025-01-15T10:00:11.001+08:00")),
            new BrokenRule(TOO_LONG, "/data/endedAt",
                    leg -> leg.text("endedAt", "2025-01-16T10:00:10.001+08:00")),
            new BrokenRule(DURATION_MISMATCH, "/data/durationMs",
                    leg -> leg.raw("durationMs", "999999")),
            new BrokenRule(FUTURE_RECORD, "/data/endedAt",
                    leg -> leg.text("startedAt", "2025-02-01T08:04:00+08:00")
                            .text("answeredAt", "2025-02-01T08:04:01.001+08:00")
                            .text("endedAt", "2025-02-01T08:05:00.001+08:00")),
            new BrokenRule(NUM400_OUTBOUND, "/data/serviceNumberType",
                    leg -> leg.text("serviceNumberType", "NUM400")));

    record BrokenRule(RecordRefusal reason, @Nullable String pointer, UnaryOperator<CallLegJson> change) {

        CallLegJson in(CallLegJson leg) {
            return change.apply(leg);
        }

        Set<String> changedFields() {
            var sound = CallLegJson.answered();
            var broken = in(CallLegJson.answered());
            return Stream.concat(sound.fields().stream(), broken.fields().stream())
                    .filter(field -> !sound.field(field).equals(broken.field(field)))
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return reason.toString();
        }
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void aBrokenRuleIsNamedWithThePlaceAndWhatToDo(BrokenRule rule) {
        var refused = Decoding.unreadable(rule.in(CallLegJson.answered()));

        assertThat(refused.reason()).isEqualTo(rule.reason());
        assertThat(refused.pointer()).isEqualTo(rule.pointer());
        assertThat(refused.detail()).contains(": ");
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void inBinaryModeThePointerIsIntoTheValueItself(BrokenRule rule) {
        var refused = Decoding.unreadable(rule.in(CallLegJson.answered()).binary());

        assertThat(refused.reason()).isEqualTo(rule.reason());
        var pointer = rule.pointer();
        assertThat(refused.pointer()).isEqualTo(pointer == null ? null : pointer.replace("/data", ""));
    }

    @ParameterizedTest
    @MethodSource("pairsOfRules")
    void ofTwoBrokenRulesTheFirstInOrderOfPrecedenceIsGiven(BrokenRule first, BrokenRule second) {
        var twiceWrong = first.in(second.in(CallLegJson.answered()));

        assertThat(Decoding.unreadable(twiceWrong).reason()).isEqualTo(first.reason());
    }

    static Stream<Arguments> pairsOfRules() {
        return RULES.stream().flatMap(first -> RULES.stream()
                .skip(RULES.indexOf(first) + 1L)
                .filter(second -> Collections.disjoint(first.changedFields(), second.changedFields()))
                .map(second -> Arguments.of(first, second)));
    }

    @Test
    void theReasonsStandInTheOrderOfTheContract() {
        assertThat(Arrays.stream(RecordRefusal.values()).map(Enum::name)).containsExactly(
                "TOO_LARGE", "MALFORMED", "ACCOUNT_MISMATCH", "MISSING_ANSWER", "NEGATIVE_DURATION",
                "TIME_ORDER", "TOO_LONG", "DURATION_MISMATCH", "FUTURE_RECORD", "NUM400_OUTBOUND",
                "UNKNOWN_ACCOUNT", "ID_CONFLICT", "ALREADY_SUPERSEDED", "SUPERSEDED_UNKNOWN",
                "PROCESSING_FAILED");
    }

    @Test
    void onlyWhatTimeOrAnotherRecordCanMendIsRetryable() {
        assertThat(Arrays.stream(RecordRefusal.values()).filter(RecordRefusal::retryable))
                .containsExactly(FUTURE_RECORD, UNKNOWN_ACCOUNT, SUPERSEDED_UNKNOWN, PROCESSING_FAILED);
    }

    @Test
    void theKafkaKeyIsTheAccountOfTheData() {
        var another = Decoding.unreadable(CallLegJson.answered().key("1000002"));
        var empty = Decoding.unreadable(CallLegJson.answered().key(""));

        assertThat(another.reason()).isEqualTo(ACCOUNT_MISMATCH);
        assertThat(empty.reason()).isEqualTo(ACCOUNT_MISMATCH);
    }

    @Test
    void aCallNobodyAnsweredIsTooLongByTheTimeItRang() {
        var leg = CallLegJson.unanswered().text("endedAt", "2025-01-16T10:00:00.001+08:00");

        assertThat(Decoding.unreadable(leg).reason()).isEqualTo(TOO_LONG);
    }

    @Test
    void aCallNobodyAnsweredHasNoDuration() {
        var leg = CallLegJson.unanswered().raw("durationMs", "1001");

        assertThat(Decoding.unreadable(leg).reason()).isEqualTo(DURATION_MISMATCH);
    }

    @Test
    void anEndBeforeTheStartIsNegativeEvenAfterTheAnswer() {
        var leg = CallLegJson.answered().text("startedAt", "2025-01-15T10:01:09.002+08:00");

        assertThat(Decoding.unreadable(leg).reason()).isEqualTo(NEGATIVE_DURATION);
    }

    @Test
    void aRecognitionIsJudgedByItsAudioAndTheOrderOfItsTimes() {
        var tooLong = Decoding.unreadable(CallLegJson.recognition().raw("durationMs", "86400001"));
        var backwards = CallLegJson.recognition().text("endedAt", "2025-01-15T09:59:59+08:00");

        assertThat(tooLong.reason()).isEqualTo(TOO_LONG);
        assertThat(tooLong.pointer()).isEqualTo("/data/durationMs");
        assertThat(Decoding.unreadable(backwards).reason()).isEqualTo(NEGATIVE_DURATION);
    }

    @Test
    void botMessagesOfTheFutureAreRefused() {
        var messages = CallLegJson.botMessages().text("occurredAt", "2025-02-01T00:05:00.001Z");
        var refused = Decoding.unreadable(messages);

        assertThat(refused.reason()).isEqualTo(FUTURE_RECORD);
        assertThat(refused.pointer()).isEqualTo("/data/occurredAt");
    }

    @Test
    void aRefusalTellsWhoseRecordItWas() {
        var refused = Decoding.unreadable(CallLegJson.answered().raw("durationMs", "-1"));

        assertThat(refused.source()).isEqualTo("/cdr/ap-guangzhou");
        assertThat(refused.recordId()).isEqualTo("1400000001:session-1:main");
        assertThat(refused.accountId()).isEqualTo("1000001");
    }

    @Test
    void theHeadersTellWhoseRecordItWasWhereTheValueDoesNot() {
        var refused = Decoding.unreadable(CallLegJson.answered().binary("{"));

        assertThat(refused.source()).isEqualTo("/cdr/ap-guangzhou");
        assertThat(refused.recordId()).isEqualTo("1400000001:session-1:main");
        assertThat(refused.accountId()).isEqualTo("1000001");
    }

    @Test
    void whatNoDatabaseKeepsIsNotToldOfARefusedRecord() {
        var refused = Decoding.unreadable(CallLegJson.answered()
                .attribute("id", "\"nul\\u0000\"")
                .attribute("source", CallLegJson.quoted("x".repeat(513)))
                .attribute("subject", "\"1000001\"")
                .text("accountId", "13812348000x"));

        assertThat(refused.source()).isNull();
        assertThat(refused.recordId()).isNull();
        assertThat(refused.accountId()).isEqualTo("1000001");
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void noRefusalRepeatsAPersonsNumber(BrokenRule rule) {
        var refused = Decoding.unreadable(rule.in(CallLegJson.complete().raw("caller", "13812348000")));

        assertThat(refused.toString()).doesNotContain("13812348000", CallLegJson.CALLEE);
    }
}
