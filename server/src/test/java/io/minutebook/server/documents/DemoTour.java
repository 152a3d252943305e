package io.minutebook.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The demo in the eyes of somebody who breaks it off, starts it again, copies every command it prints at its
 * end into a new terminal somewhere else, and comes back once more.
 */
record DemoTour(Step step, Path folder, Path scratch) {

    private static final Pattern PLAYED_DAY = Pattern.compile("(?m)^demo: [A-Z][a-z]{2} [0-9]+, ");
    private static final Pattern SUMMARY = Pattern.compile(
            "([0-9,]+) records read, of them ([0-9,]+) booked, ([0-9,]+) duplicates, ([0-9,]+) refused");
    private static final Pattern DRAWN = Pattern.compile("(?m)^  1400000001 .* ([0-9,]+) minutes drawn");
    private static final Pattern PACK_DRAWN = Pattern.compile("\"drawn\":([0-9]+)");
    private static final int DAYS_BEFORE_THE_BREAK = 3;

    private static final Pattern COMMAND = Pattern.compile("(?m)^  (curl .*|'.*' verify .*)$");

    /** What one command is known by, and what it must show. */
    private record Sight(String word, List<String> shown) {
        static Sight of(String word, String... shown) {
            return new Sight(word, List.of(shown));
        }
    }

    private static final List<Sight> SIGHTS = List.of(
            Sight.of("1400000001/packs'", "\"state\":\"EXHAUSTED\"", "OFFLINE_ASR"),
            Sight.of("1400000002/usage", "uncovered_minutes", "REALTIME_ASR"),
            Sight.of("awk", ",AUDIO,INBOUND,"),
            Sight.of("bills", "landline-outbound-custom"),
            Sight.of("trial-balance", "liabilities:deferred:packs", "income:minutes"),
            Sight.of("grep", ":main:r1,"),
            Sight.of("state=OPEN", "MALFORMED", "MISSING_ANSWER", "DURATION_MISMATCH", "FUTURE_RECORD",
                    "NUM400_OUTBOUND", "ID_CONFLICT"),
            Sight.of("state=RESOLVED", "UNKNOWN_ACCOUNT"),
            Sight.of("/retry", "FUTURE_RECORD", "\"state\":\"RESOLVED\""),
            Sight.of("ingest/status", "\"lag\":0,"),
            Sight.of("verify", "the ledger is whole"),
            Sight.of("-X PUT", "\"now\":"),
            Sight.of("state=lapsed", "\"state\":\"EXPIRED\""));

    void take() throws IOException, InterruptedException {
        try (var broken = Server.start(folder, scratch, step.commands())) {
            broken.awaitShown(shown -> PLAYED_DAY.matcher(shown).results().count() >= DAYS_BEFORE_THE_BREAK);
            broken.stop();
        }
        try (var whole = Server.start(folder, scratch, step.commands())) {
            whole.awaitShown(step::isKeptBy);
            copyCommands(whole.shown());
            whole.stop();
        }
        try (var again = Server.start(folder, scratch, step.commands())) {
            again.awaitShown(shown -> shown.contains("nothing is repeated") && step.isKeptBy(shown));
            assertThat(again.shown()).doesNotContainPattern(PLAYED_DAY);
            again.stop();
        }
    }

    private void copyCommands(String printed) throws IOException, InterruptedException {
        var commands = COMMAND.matcher(printed).results().map(found -> found.group(1)).toList();
        assertThat(commands).as(printed).hasSameSizeAs(SIGHTS);
        try (var terminal = Terminal.open(scratch, scratch, scratch)) {
            for (int number = 0; number < commands.size(); number++) {
                var command = commands.get(number);
                var sight = SIGHTS.get(number);
                assertThat(command).contains(sight.word);
                var shown = terminal.run(command + "\n");
                assertThat(shown.failed()).as(shown.output()).isEmpty();
                assertThat(shown.output()).as(command).contains(sight.shown);
                if (sight.word.equals("ingest/status")) assertIsSummedUp(printed, shown.output());
                if (sight.word.contains("/packs")) assertIsDrawn(printed, shown.output());
            }
        }
    }

    private static void assertIsSummedUp(String printed, String status) {
        var summary = SUMMARY.matcher(printed);
        assertThat(summary.find()).as(printed).isTrue();
        assertThat(status)
                .contains("\"received\":" + plain(summary.group(1)) + ",\"accepted\":" + plain(summary.group(2)))
                .contains("\"duplicates\":" + plain(summary.group(3)) + ",")
                .contains("\"deadLettered\":" + plain(summary.group(4)) + ",");
    }

    /** The usage detail, which was summed up, says the same as the packs. */
    private static void assertIsDrawn(String printed, String packs) {
        var line = DRAWN.matcher(printed);
        assertThat(line.find()).as(printed).isTrue();
        long drawn = PACK_DRAWN.matcher(packs).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
        assertThat(plain(line.group(1))).isEqualTo(Long.toString(drawn));
    }

    private static String plain(String figure) {
        return figure.replace(",", "");
    }
}
