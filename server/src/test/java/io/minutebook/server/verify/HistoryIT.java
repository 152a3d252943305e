package io.minutebook.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.history.AccountReplay;
import io.minutebook.reporting.history.Past;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A rough year is looked back upon: every figure follows from the parts of its explanation alone, and every earlier
 * state is the one that adding up the events anew comes to.
 */
class HistoryIT {

    private static final long SEED = 20_250_710;
    private static final int RECORDS = 1_000;
    private static final int ROWS = 1_000;
    private static final int LINES = 200;
    private static final int TAKEN_BACK = 12;
    private static final int POSITIONS = 20;
    private static final int INSTANTS = Integer.getInteger("history.instants", 150);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path scratch;

    @SuppressWarnings("NullAway.Init") // set before all
    private static BusyLedger ledger;

    private static List<String> accounts = List.of();

    @BeforeAll
    static void liveThroughAYear() {
        ledger = new BusyLedger(scratch, "minutebook.close.first-month=2025-01");
        ledger.put("promotions/new-year", VerifyIT.NEW_YEAR_SALE);
        ledger.prepare(RECORDS, 7);
        ledger.moveClock("2025-02-02T00:00:00Z");
        ledger.publish(RECORDS, 7);
        ledger.awaitReceived(RECORDS);
        ledger.correctAndRefundOnePack();
        ledger.moveClock("2025-02-02T18:00:00Z");
        ledger.closeMonth("2025-01");
        ledger.correctClosed("2025-01", TAKEN_BACK);
        ledger.moveClock("2026-03-01T00:00:00Z");
        ledger.publish(RECORDS, 8);
        ledger.awaitReceived(2 * RECORDS + TAKEN_BACK);
        accounts = items("accounts", "/items").stream().map(account -> account.at("/accountId").asString()).toList();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void everyRowOfUsageFollowsFromThePartsOfItsExplanation() {
        var rows = new ArrayList<JsonNode>();
        for (var account : accounts) {
            for (var month : months()) rows.addAll(items("accounts/" + account + "/usage?month=" + month, "/rows"));
        }
        Collections.shuffle(rows, new Random(SEED));
        rows.sort(Comparator.comparing(row -> row.at("/billedMinutes").asLong() >= 0));
        assertThat(rows).hasSizeGreaterThan(ROWS);
        for (var row : rows.subList(0, ROWS)) {
            var explanation = ledger.get("usage/" + encoded(row.at("/recordId").asString()) + "/explanation");
            var worked = RecomputedUsage.of(explanation);
            boolean takesBack = row.at("/billedMinutes").asLong() < 0;
            assertThat(takesBack ? worked.takenBack(explanation) : worked)
                    .as("%s", explanation)
                    .isEqualTo(RecomputedUsage.shownBy(row));
        }
    }

    @Test
    void aCorrectionLeadsToWhatItReplacedAndBack() {
        var replaced = 0;
        for (var account : accounts) {
            for (var row : items("accounts/" + account + "/usage?month=2025-01", "/rows")) {
                var id = row.at("/recordId").asString();
                if (!id.matches(".*:r[0-9]+")) continue;
                var correction = ledger.get("usage/" + encoded(id) + "/explanation");
                var old = link(correction, "USAGE_ROW");
                if (old.isEmpty()) {
                    assertThat(RecomputedLine.step(correction, "CORRECTION-ALONE").at("/result").size()).isOne();
                    continue;
                }
                var before = ledger.get(old.getFirst());
                assertThat(before.at("/figure/state").asString()).isEqualTo("SUPERSEDED");
                assertThat(link(before, "USAGE_ROW")).containsExactly(
                        "usage/" + encoded(id) + "/explanation?source=" + encoded(before.at("/figure/source").asString()));
                replaced++;
            }
        }
        assertThat(replaced).isPositive();
    }

    private static List<String> link(JsonNode explanation, String to) {
        return explanation.at("/links").valueStream()
                .filter(link -> link.at("/to").asString().equals(to))
                .map(link -> link.at("/path").asString().replace("/api/v1/", ""))
                .toList();
    }

    @Test
    void everyLineOfABillFollowsFromThePartsOfItsExplanation() {
        var lines = new ArrayList<Line>();
        for (var account : accounts) {
            for (var month : months()) {
                for (var line : items("accounts/" + account + "/bills/" + month + "?view=detail", "/lines")) {
                    lines.add(new Line(account, month, line));
                }
            }
        }
        Collections.shuffle(lines, new Random(SEED));
        assertThat(lines).extracting(Line::type).contains("PURCHASE", "REFUND", "USAGE");
        for (var line : lines.subList(0, Math.min(LINES, lines.size()))) {
            var explanation = ledger.get(line.explanation());
            var parts = new RecomputedLine(explanation, HistoryIT::items);
            assertThat(parts.figures()).as("%s", explanation).isEqualTo(RecomputedLine.shownBy(line.json()));
        }
    }

    /** A line of an account's bill. */
    private record Line(String account, String month, JsonNode json) {

        String type() {
            return json.at("/transactionType").asString();
        }

        String explanation() {
            var second = type().equals("USAGE") ? "/subProduct" : "/orderId";
            var resource = json.at("/resourceId");
            var name = type() + "." + json.at(second).asString() + (resource.isString() ? "." + resource.asString() : "");
            return "accounts/" + account + "/bills/" + month + "/lines/" + name + "/explanation";
        }
    }

    @Test
    void aPackIsExplainedByItsOrderAndEveryDraw() {
        for (var account : accounts) {
            for (var pack : ledger.get("accounts/" + account + "/packs").values()) {
                var path = "accounts/" + account + "/packs/" + pack.at("/packId").asString();
                var explanation = ledger.get(path + "/explanation");
                assertThat(explanation.at("/figure/remaining")).isEqualTo(pack.at("/remaining"));
                var step = RecomputedLine.step(explanation, "DRAWN");
                var drawn = items(path + "/draws", "/items").stream()
                        .mapToLong(draw -> draw.at("/drawnMinutes").asLong())
                        .sum();
                var adjusted = step.at("/inputs/adjustments").valueStream()
                        .mapToLong(adjustment -> adjustment.at("/minutes").asLong())
                        .sum();
                assertThat(drawn + adjusted).as(path).isEqualTo(pack.at("/drawn").asLong());
            }
        }
    }

    @Test
    void packsAndFundsOfThePastAreThoseThatTheEventsAddUpTo() throws SQLException {
        var random = new Random(SEED);
        var past = AddedUp.of(ledger.server.databaseUrl());
        for (int i = 0; i < INSTANTS; i++) {
            var account = accounts.get(random.nextInt(accounts.size()));
            var moment = past.random(random);
            var query = random.nextBoolean() ? "asOf=" + moment.asOf() : "position=" + moment.position();
            var then = query.startsWith("asOf") ? past.recordedBy(moment) : past.upTo(moment);
            assertThat(AddedUp.packs(ledger.get("accounts/" + account + "/packs?" + query)))
                    .as("packs of %s, %s", account, query)
                    .isEqualTo(then.packsOf(account));
            assertThat(AddedUp.funds(ledger.get("accounts/" + account + "/funds?" + query)))
                    .as("funds of %s, %s", account, query)
                    .isEqualTo(then.fundsOf(account));
        }
    }

    @Test
    void whatIsReadAsOfNowIsWhatIsShownNow() {
        long head = ledger.count("select max(position) from ledger_event");
        for (var account : accounts) {
            for (var path : List.of(
                    "packs?", "resources?", "usage?month=2025-01&limit=1000&", "usage?month=2025-02&limit=1000&",
                    "bills/2025-01?view=detail&", "bills/2025-02?view=resource&")) {
                var now = ledger.get("accounts/" + account + "/" + path);
                assertThat(ledger.get("accounts/" + account + "/" + path + "position=" + head)).as(path).isEqualTo(now);
            }
        }
    }

    /** With late lines, closed months, corrections and refunds on either side of the position. */
    @Test
    void usageAndBillsOfThePastAreThoseOfTheirEventsAlone() {
        var random = new Random(SEED);
        var past = ledger.server.bean(Past.class);
        var events = ledger.server.bean(LedgerEvents.class);
        var replay = new AccountReplay(
                ledger.server.bean(DataSource.class), ledger.server.bean(AccountEvents.class), events);
        long head = ledger.count("select max(position) from ledger_event");
        for (int i = 0; i < POSITIONS; i++) {
            var account = new AccountId(accounts.get(random.nextInt(accounts.size())));
            long position = random.nextLong(head + 1);
            List<Object> seen = past.askBills(account, position, bills -> billsOf(account, bills));
            assertThat(seen)
                    .as("bills of %s at %s", account, position)
                    .isEqualTo(replay.ask(account, position, then -> billsOf(account, then.bills())));
            assertThat(usageOf(account, past.usageAt(position)))
                    .as("usage of %s at %s", account, position)
                    .isEqualTo(replay.ask(account, position, then -> usageOf(account, then.usage())));
        }
        assertThat(ledger.count("select count(*) from usage_detail where taken_back")).isEqualTo(TAKEN_BACK);
        assertThat(ledger.count("select count(*) from usage_gone")).isPositive();
    }

    private static List<Object> billsOf(AccountId account, Bills bills) {
        var all = new ArrayList<Object>();
        for (var month : months()) {
            for (var known : Known.values()) {
                all.add(bills.byResource(account, BillingMonth.parse(month), known));
                all.add(bills.inDetail(account, BillingMonth.parse(month), known, Instant.parse("2025-02-10T00:00:00Z")));
            }
        }
        return all;
    }

    private static List<Object> usageOf(AccountId account, Usage usage) {
        var all = new ArrayList<Object>();
        for (var month : months()) {
            for (var known : Known.values()) {
                var query = new UsageQuery(account, BillingMonth.parse(month), null, null).in(known);
                all.add(usage.totals(account, BillingMonth.parse(month), known));
                usage.forEach(query, all::add);
            }
        }
        return all;
    }

    /** Every call of February came after it. */
    @Test
    void aBillAsOfItsFirstDaysShowsWhatWasBoughtAndNothingUsed() {
        var account = accounts.getFirst();
        var early = ledger.get("accounts/" + account + "/bills/2025-01?view=detail&asOf=2025-01-20T00:00:00Z");
        var late = ledger.get("accounts/" + account + "/bills/2025-01?view=detail");
        assertThat(early.at("/lines").valueStream().map(line -> line.at("/transactionType").asString()))
                .isNotEmpty()
                .containsOnly("PURCHASE");
        assertThat(late.at("/lines").size()).isGreaterThan(early.at("/lines").size());
        var difference = ledger.get("accounts/" + account
                + "/difference?from=2025-01-20T00:00:00Z&to=2026-03-02T00:00:00Z&month=2025-01");
        var added = difference.at("/lines").valueStream()
                .filter(line -> line.at("/part").asString().equals("BILL_LINE") && line.at("/before").isNull());
        assertThat(added.count()).isEqualTo(late.at("/lines").size() - early.at("/lines").size());
        var same = "accounts/" + account + "/difference?from=2025-01-20T00:00:00Z&to=2025-01-20T00:00:00Z&month=2025-01";
        assertThat(ledger.get(same).at("/lines")).isEmpty();
    }

    private static List<String> months() {
        var months = new ArrayList<String>();
        for (var month = BillingMonth.parse("2025-01"); !month.toString().equals("2025-04"); month = month.next()) {
            months.add(month.toString());
        }
        return months;
    }

    /** Of all pages. */
    private static List<JsonNode> items(String path, String name) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = ledger.get(path + (path.contains("?") ? "&" : "?") + "limit=1000" + next);
            page.at(name).forEach(items::add);
            next = page.at("/next").isString() ? "&after=" + page.at("/next").asString() : "";
        } while (!next.isEmpty());
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
