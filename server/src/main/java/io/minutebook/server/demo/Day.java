package io.minutebook.server.demo;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Network;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a customer used on a day: its calls, those that were recognised, and what its chat bot wrote. Everything
 * has closed before 20:00.
 */
record Day(Customer customer, LocalDate date, List<Leg> legs) {

    private static final String RECOGNITION = "minutebook.recognition.v1";
    private static final int ONE_RECORDING_OF = 5;
    private static final int ONE_TRANSCRIPT_OF = 3;
    private static final Duration RECOGNISED_AFTER = Duration.ofMinutes(10);
    private static final LocalTime BOT_REPORTS = LocalTime.of(19, 0);

    /** Answered calls with a customer on the telephone, in the order in which they began to be reported. */
    List<Leg> talks() {
        return legs.stream()
                .filter(leg -> leg.type() == LegType.MAIN && leg.network() == Network.PSTN)
                .filter(leg -> leg.answeredAt() != null)
                .toList();
    }

    List<Report> reports() {
        var reports = new ArrayList<>(legs.stream().map(leg -> leg.report(customer)).toList());
        if (customer.equals(Customer.BLUE_WHALE)) reports.addAll(recordings());
        if (customer.equals(Customer.CLINIC)) {
            reports.addAll(transcripts());
            reports.add(botMessages());
        }
        return reports;
    }

    /** For quality's sake, some recordings are turned into text after the call. */
    private List<Report> recordings() {
        return every(ONE_RECORDING_OF).stream()
                .map(talk -> recognition(
                        talk, "OFFLINE", "RECORDING", talk.endedAt(), talk.endedAt().plus(RECOGNISED_AFTER)))
                .toList();
    }

    /** The agent reads along while the patient speaks. */
    private List<Report> transcripts() {
        return every(ONE_TRANSCRIPT_OF).stream()
                .map(talk -> recognition(talk, "REALTIME", "TRANSCRIPTION", talk.startedAt(), talk.endedAt()))
                .toList();
    }

    private List<Leg> every(int nth) {
        var talks = talks();
        var chosen = new ArrayList<Leg>();
        for (int index = 0; index < talks.size(); index += nth) chosen.add(talks.get(index));
        return chosen;
    }

    private Report recognition(Leg talk, String mode, String feature, Instant from, Instant until) {
        var details = new LinkedHashMap<String, Object>();
        details.put("sessionId", talk.session());
        details.put("legId", "asr-1");
        details.put("mode", mode);
        details.put("feature", feature);
        details.put("startedAt", Rfc3339.text(from));
        details.put("endedAt", Rfc3339.text(until));
        details.put("durationMs", talk.talk().toMillis());
        return new Report(customer, RECOGNITION, talk.session() + ":asr-1", until, details);
    }

    private Report botMessages() {
        var at = date.atTime(BOT_REPORTS).atZone(BusinessTime.ZONE).toInstant();
        var details = new LinkedHashMap<String, Object>();
        details.put("batchId", "demo-" + date);
        details.put("region", "DOMESTIC");
        details.put("count", 4 * legs.size());
        details.put("occurredAt", Rfc3339.text(at));
        return new Report(customer, "minutebook.bot-messages.v1", "bot:demo-" + date, at, details);
    }
}
