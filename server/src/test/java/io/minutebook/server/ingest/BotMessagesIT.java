package io.minutebook.server.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.orders.OrderItem;
import io.minutebook.billing.orders.PlaceOrder;
import io.minutebook.billing.packs.PassPackTime;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Region;
import io.minutebook.ingest.Topics;
import io.minutebook.reporting.bills.BillDetailLine;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.days.Days;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.usage.Reconciliation;
import io.minutebook.reporting.usage.Statistics;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.reporting.usage.UsageRow;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.verify.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Bot messages from Kafka to the bill, by a price book whose promotion ends with March 2025: a plan of two months from
 * 15 March on, a pack, and batches before, at and after the end of the promotion, of the months and of the plan.
 */
class BotMessagesIT {

    private static final long APPLICATION = 1_400_000_001L;
    private static final Instant NOW = at("2025-05-20T00:00:00+08:00");
    private static final String MARCH = "R000000000002-20250315";
    private static final String APRIL = "R000000000002-20250415";
    private static final String PACK = "P000000000004";

    private static final IngestLedger LEDGER = new IngestLedger(RealParts.newDatabase(), dated());

    @BeforeAll
    static void useMessages() {
        var opened = at("2025-03-01T00:00:00+08:00");
        LEDGER.send(new CreditFunds(Calls.ACCOUNT, FundsKind.CASH, Money.yuan("9000.00"), "wire", opened));
        buy("chat-standard", 2L, "2025-03-15T00:00:00+08:00");
        buy("bot-messages-100k", null, "2025-03-20T12:00:00+08:00");
        LEDGER.now = NOW;
        var platform = new Platform(RealParts.newTopicName());
        var settings = IngestLedger.settings(RealParts.kafka(), platform.topic);
        try (var topics = Topics.at(RealParts.kafka())) {
            topics.createMissing(List.of(platform.topic), Optional.empty());
            platform.publish(0, records());
            var node = LEDGER.node(settings, topics);
            node.start();
            var progress = LEDGER.progress(settings, topics);
            await().atMost(Duration.ofSeconds(60)).until(() -> progress.status().received() == 10);
            node.stop();
        }
        LEDGER.send(new PassPackTime(PoolId.ofMessages(Calls.ACCOUNT, APPLICATION), at("2025-05-15T00:00:00+08:00")));
        LEDGER.project();
    }

    private static List<byte[]> records() {
        var records = new ArrayList<byte[]>();
        records.add(batch("free", APPLICATION, 5_000, "2025-03-31T23:59:59.999+08:00"));
        records.add(batch("first", APPLICATION, 9_000, "2025-04-01T00:00:00.000+08:00"));
        records.add(batch("both", APPLICATION, 2_000, "2025-04-10T12:00:00.000+08:00"));
        records.add(batch("both", APPLICATION, 2_000, "2025-04-10T12:00:00.000+08:00"));
        records.add(batch("both", APPLICATION, 2_001, "2025-04-10T12:00:00.000+08:00"));
        records.add(batch("next", APPLICATION, 10, "2025-04-15T00:00:00.000+08:00"));
        records.add(batch("late", APPLICATION, 10, "2025-04-14T23:59:59.999+08:00"));
        records.add(batch("other", 7, 5, "2025-04-02T12:00:00.000+08:00"));
        records.add(batch("ended", APPLICATION, 99_000, "2025-05-15T00:00:00.000+08:00"));
        records.add(batch("last", APPLICATION, 1, "2025-05-19T00:00:00.000+08:00"));
        return records;
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void eachBatchIsDrawnFromItsMonthThenFromThePackAndTheRestIsUncovered() {
        assertThat(usage("2025-03")).containsExactly("free: 0 = 0 + 0 []");
        assertThat(usage("2025-04")).containsExactly(
                "first: 9000 = 9000 + 0 [" + MARCH + ":9000]",
                "other: 5 = 0 + 5 []",
                "both: 2000 = 2000 + 0 [" + MARCH + ":1000;" + PACK + ":1000]",
                "late: 10 = 10 + 0 [" + PACK + ":10]",
                "next: 10 = 10 + 0 [" + APRIL + ":10]");
        assertThat(usage("2025-05")).containsExactly(
                "ended: 99000 = 98990 + 10 [" + PACK + ":98990]", "last: 1 = 0 + 1 []");
    }

    @Test
    void aBatchThatComesAgainCountsOnceAndAnotherOfItsIdIsRefused() {
        assertThat(LEDGER.refused()).singleElement()
                .satisfies(letter -> assertThat(letter.reason().name()).isEqualTo("ID_CONFLICT"));
    }

    @Test
    void packsShowWhatPlansIncludeOnceTheirMonthHasBegun() {
        assertThat(packs("2025-04-14T00:00:00+08:00")).extracting(pack -> pack.packId().value())
                .containsExactly(MARCH, PACK);
        assertThat(packs("2025-05-20T00:00:00+08:00")).extracting(BotMessagesIT::said).containsExactly(
                MARCH + " included: 10000 = 10000 + 0 + 0 EXPIRED",
                APRIL + " included: 10000 = 10 + 0 + 9990 EXPIRED",
                PACK + ": 100000 = 100000 + 0 + 0 EXHAUSTED");
        assertThat(packs("2025-05-20T00:00:00+08:00"))
                .allSatisfy(pack -> assertThat(pack.applicationId()).isEqualTo(APPLICATION));
    }

    @Test
    void theBillListsMessagesByWhatGaveThem() {
        var lines = new Bills(LEDGER.dataSource()).inDetail(Calls.ACCOUNT, BillingMonth.parse("2025-04"), NOW).lines();

        assertThat(lines).extracting(BotMessagesIT::said).containsExactly(
                "INCLUDED_MESSAGES SUBSCRIPTION chat-standard " + MARCH + " 10000 bot messages: 10000 MESSAGE, 0 left",
                "INCLUDED_MESSAGES SUBSCRIPTION chat-standard " + APRIL + " 10000 bot messages: 10 MESSAGE, 9990 left",
                "PACK_MESSAGES ADD_ON bot-messages-100k " + PACK + " 100000 bot messages: 1010 MESSAGE, 98990 left",
                "UNCOVERED_MESSAGES ADD_ON null null : 5 MESSAGE, 0 left");
        assertThat(lines).allSatisfy(line -> assertThat(line.line().amount()).isEqualTo(Money.ZERO));
    }

    @Test
    void statisticsAndReconciliationCountMessages() {
        var april = new Days(LocalDate.parse("2025-04-01"), LocalDate.parse("2025-04-30"));

        assertThat(new Statistics(LEDGER.dataSource()).of(Calls.ACCOUNT, april, APPLICATION).days())
                .extracting(day -> day.date() + " " + day.calls() + " " + day.billedMinutes())
                .containsExactly("2025-04-01 1 9000", "2025-04-10 1 2000", "2025-04-14 1 10", "2025-04-15 1 10");
        assertThat(new Reconciliation(LEDGER.dataSource()).of(Calls.ACCOUNT, april)).hasSize(5)
                .allSatisfy(day -> assertThat(day.agrees()).isTrue());
    }

    @Test
    void theLedgerIsFoundWhole() throws SQLException {
        assertThat(Verified.of(LEDGER.url()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            packs.minutes-drawn    | :bot:both    | "count":2000      | "count":1999        | billed minutes: 2000, expected 1999
            packs.minutes-drawn    | :bot:both    | "uncovered":0     | "uncovered":1       | uncovered minutes: 1, expected 0
            usage.usage-listed     | :bot:free    | "billed":0        | "billed":7          | billed minutes: 7, expected 5000
            packs.messages-granted | -20250315    | "messages":10000  | "messages":9999     | allowance R000000000002-20250315
            packs.messages-granted | -20250315    | "included":true   | "included":false    | allowance R000000000002-20250315
            packs.messages-granted | P00000000000 | "unitPrice":"0.00"| "unitPrice":"0.01"  | pack P000000000004
            chat.chat-plan-bought  | R00000000000 | 2025-04-14T16     | 2025-04-13T16       | a month of R000000000002 begins
            """)
    void aWrongFigureIsFound(String type, String of, String right, String wrong, String found) throws SQLException {
        try (var connection = DriverManager.getConnection(RealParts.asSuperuser(LEDGER.url()))) {
            var ledger = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            ledger.execute("alter table ledger_event disable trigger user");
            var event = ledger.queryForMap(
                    "select position, payload::text from ledger_event where event_type = ? and payload::text like ?"
                            + " order by position limit 1", type, "%" + of + "%");
            var payload = (String) Objects.requireNonNull(event.get("payload"));
            assertThat(payload).contains(right);
            spoil(ledger, event.get("position"), replaceFirst(payload, right, wrong));

            var findings = Verified.of(LEDGER.url()).findings();

            spoil(ledger, event.get("position"), payload);
            ledger.execute("alter table ledger_event enable trigger user");
            assertThat(findings).anyMatch(finding -> finding.contains(found));
        }
    }

    private static String replaceFirst(String text, String right, String wrong) {
        return text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    }

    private static void spoil(JdbcTemplate ledger, @Nullable Object position, String payload) {
        ledger.update("update ledger_event set payload = ?::json where position = ?", payload, position);
    }

    private static List<String> usage(String month) {
        var rows = new ArrayList<String>();
        var query = UsageQuery.all(Calls.ACCOUNT, BillingMonth.parse(month));
        new Usage(LEDGER.dataSource()).forEach(query, row -> rows.add(said(row)));
        return rows;
    }

    private static String said(UsageRow row) {
        var draws = row.packDraws().stream().map(draw -> draw.packId() + ":" + draw.minutes()).toList();
        var batch = row.recordId().substring(row.recordId().lastIndexOf(':') + 1);
        return "%s: %s = %s + %s [%s]".formatted(
                batch, row.billedMinutes(), row.drawnMinutes(), row.uncoveredMinutes(), String.join(";", draws));
    }

    private static List<PackView> packs(String at) {
        return LEDGER.packs().list(Calls.ACCOUNT, PackView.Filter.ALL, at(at));
    }

    private static String said(PackView pack) {
        return "%s%s: %s = %s + %s + %s %s".formatted(
                pack.packId(),
                pack.included() ? " included" : "",
                pack.granted(),
                pack.drawn(),
                pack.remaining(),
                pack.expired(),
                pack.state());
    }

    private static String said(BillDetailLine line) {
        var usage = line.line();
        return "%s %s %s %s %s: %d %s, %s left".formatted(
                line.component(), usage.family(), usage.product(), usage.resourceId(), usage.configuration(),
                usage.quantity(), usage.unit(), line.remaining());
    }

    private static void buy(String product, @Nullable Long months, String at) {
        LEDGER.now = at(at);
        var item = new OrderItem(
                new ProductCode(product), 1L, null, null, null, months, Region.DOMESTIC, APPLICATION, null);
        LEDGER.send(new PlaceOrder(Calls.ACCOUNT, List.of(item), Payment.UNSPECIFIED, at(at)));
    }

    private static byte[] batch(String batch, long application, long count, String occurredAt) {
        return """
                {"specversion":"1.0","id":"%1$d:bot:%2$s","source":"/bots","type":"minutebook.bot-messages.v1",
                 "subject":"%3$s","time":"%5$s",
                 "data":{"accountId":"%3$s","applicationId":%1$d,"batchId":"%2$s","region":"DOMESTIC","count":%4$d,
                   "occurredAt":"%5$s"}}"""
                .formatted(application, batch, Calls.ACCOUNT, count, occurredAt)
                .getBytes(UTF_8);
    }

    private static PriceBook dated() {
        try (var shipped = Objects.requireNonNull(BotMessagesIT.class.getResourceAsStream("/price-book/prices.csv"))) {
            var free = "bot-messages-100k,MESSAGE_PACK,ADD_ON,,2020-01-01,";
            var file = new String(shipped.readAllBytes(), UTF_8).replace(free, free + "2025-04-01")
                    + "bot-messages-100k,MESSAGE_PACK,ADD_ON,,2025-04-01,,,,,,,1000,,,,,,DOMESTIC,,100000,,\n";
            return PriceBookFile.read("dated.csv", file.getBytes(UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
