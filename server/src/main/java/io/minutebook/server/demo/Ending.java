package io.minutebook.server.demo;

import static io.minutebook.server.demo.Customer.BAKERY;
import static io.minutebook.server.demo.Customer.BLUE_WHALE;
import static io.minutebook.server.demo.Customer.CLINIC;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What has become of the month, as the ledger itself tells it, and the commands that show it. */
final class Ending {

    private final Api api;
    private final YearMonth month;
    private final Commands commands;

    Ending(Api api, YearMonth month, Commands commands) {
        this.api = api;
        this.month = month;
        this.commands = commands;
    }

    String text() throws InterruptedException {
        var lines = new ArrayList<String>();
        lines.add(summary());
        lines.add("");
        for (var customer : List.of(BLUE_WHALE, CLINIC, BAKERY)) lines.add(lineOf(customer));
        lines.add("");
        lines.add("Copy any of these into another terminal; they are complete.");
        lines.addAll(packs());
        lines.addAll(usage());
        lines.addAll(bill());
        lines.addAll(journal());
        lines.addAll(corrected());
        lines.addAll(deadLetters());
        lines.addAll(checks());
        lines.addAll(yearLater());
        lines.add("");
        lines.add("The API, to read and to try out: " + commands.address("/api/docs"));
        lines.add("Ctrl-C stops the ledger; the same command goes on with it.");
        return String.join("\n", lines);
    }

    private String summary() throws InterruptedException {
        var status = api.get("ingest/status");
        return """
                demo: done. %s %d: %,d records read, of them %,d booked, %,d duplicates, %,d refused;
                      of the refused, %,d were booked later and %,d wait for somebody.""".formatted(
                month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                month.getYear(),
                status.path("received").asLong(),
                status.path("accepted").asLong(),
                status.path("duplicates").asLong(),
                status.path("deadLettered").asLong(),
                letters("RESOLVED").size(),
                letters("OPEN").size());
    }

    private JsonNode letters(String state) throws InterruptedException {
        return api.get("ingest/dead-letters?limit=1000&state=" + state).path("items");
    }

    private String lineOf(Customer customer) throws InterruptedException {
        var booked = BookedUsage.of(api, customer, month);
        var bill = api.get("accounts/%s/bills/%s".formatted(customer.id(), month));
        return "  %s  %-17s  %,6d records  %,6d minutes drawn  %,4d uncovered  packs bought for %9s yuan".formatted(
                customer.id(),
                customer.name(),
                booked.rows(),
                booked.drawn(),
                booked.uncovered(),
                bill.path("totals").path("amount").stringValue());
    }

    private List<String> packs() throws InterruptedException {
        long left = 0;
        for (var pack : api.get(packsOf(BLUE_WHALE))) left += pack.path("remaining").asLong();
        return List.of(
                "",
                "Packs of %s, in the order they are drawn; %,d minutes are left:".formatted(BLUE_WHALE.name(), left),
                commands.get(packsOf(BLUE_WHALE)));
    }

    private List<String> usage() throws InterruptedException {
        var file = "accounts/%s/usage/%s.csv";
        return List.of(
                "",
                "Usage detail of %s, the first five lines:".formatted(CLINIC.name()),
                commands.get(file.formatted(CLINIC.id(), month)) + " | sed -n 1,5p",
                "",
                "The %,d minutes of %s that no pack covered, the first five calls:".formatted(
                        BookedUsage.of(api, BAKERY, month).uncovered(), BAKERY.name()),
                commands.get(file.formatted(BAKERY.id(), month)) + " | awk -F, 'NR == 1 || $19 > 0' | sed -n 1,6p");
    }

    private List<String> bill() {
        return List.of(
                "",
                "Bill of %s:".formatted(BLUE_WHALE.name()),
                commands.get("accounts/%s/bills/%s.csv".formatted(BLUE_WHALE.id(), month)));
    }

    private List<String> journal() {
        return List.of(
                "",
                "What was earned with all customers and what is still owed to them, in double entry:",
                commands.get("journal/trial-balance?month=" + month));
    }

    /** The corrected call is the one row whose id ends in its revision. */
    private List<String> corrected() {
        return List.of(
                "",
                "A call that was reported too long and then corrected; its minutes went back to the pack:",
                commands.get("accounts/%s/usage/%s.csv".formatted(BLUE_WHALE.id(), month)) + " | grep ':r1,'");
    }

    private List<String> deadLetters() throws InterruptedException {
        var lines = new ArrayList<>(List.of(
                "",
                "Refused records that wait, each with its reason and what to do:",
                commands.get("ingest/dead-letters?state=OPEN"),
                "",
                "Refused until %s had an account, then booked by itself:".formatted(BAKERY.name()),
                commands.get("ingest/dead-letters?state=RESOLVED&reason=UNKNOWN_ACCOUNT&limit=2")));
        for (var letter : api.get("ingest/dead-letters?state=OPEN&reason=FUTURE_RECORD").path("items")) {
            lines.add("");
            lines.add("Try one again that came too early; it is RESOLVED, and booked:");
            lines.add(commands.post("ingest/dead-letters/%s/retry".formatted(letter.path("id").stringValue())));
        }
        return lines;
    }

    private List<String> checks() {
        return List.of(
                "",
                "How far the ledger has read Kafka:",
                commands.get("ingest/status"),
                "",
                "Have every minute worked out anew, by other code:",
                commands.verify());
    }

    /** A pack is valid for a year: none can lapse within the month, and a clock never goes back. */
    private List<String> yearLater() throws InterruptedException {
        var first = "";
        for (var customer : List.of(BLUE_WHALE, CLINIC, BAKERY)) {
            for (var pack : api.get(packsOf(customer))) {
                var end = pack.path("validUntil").stringValue();
                if (first.isEmpty() || end.compareTo(first) < 0) first = end;
            }
        }
        return List.of(
                "",
                "Last, for there is no way back: let a year go by until the first packs lapse, and see them:",
                commands.put("clock", "{\"now\": \"%s\"}".formatted(first)),
                commands.get(packsOf(BLUE_WHALE) + "?state=lapsed"));
    }

    private static String packsOf(Customer customer) {
        return "accounts/%s/packs".formatted(customer.id());
    }
}
