package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.billing.usage.Meter;
import io.minutebook.server.api.CallSheet.Said;
import io.minutebook.server.api.JanuaryCustomer.Action;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.verify.Verified;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A January of customers who keep their own books: what they were answered when they bought, renewed and gave back, and
 * how long they called. Its bills and files are held against these before the close and after it;
 * {@code -Djanuary.seed} makes it another January.
 */
class JanuaryIT {

    private static final long SEED = Long.getLong("january.seed", 20_250_203);
    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final BillingMonth FEBRUARY = JANUARY.next();
    private static final List<Action> ACTIONS = List.of(
            Action.ORDER, Action.ORDER, Action.ORDER, Action.RENEW, Action.RENEW, Action.GIVE_BACK, Action.GIVE_BACK,
            Action.GIVE_BACK);
    private static final Instant START = at("2024-12-28T10:00:00");
    private static final Instant DECEMBER_CLOSES = at("2025-01-03T02:00:00");
    /** A month after the purchase, which takes a moment. */
    private static final Instant RENEWAL = at("2025-01-28T10:01:00");

    private static final Random random = new Random(SEED);
    private static final LedgerServer server =
            LedgerServer.startAt(START, "minutebook.close.automatic=true", "minutebook.close.first-month=2024-12");
    private static final Caller operator = Caller.operatorOf(server);
    private static final List<JanuaryCustomer> customers = Stream.of("3000000001", "3000000002", "3000000003")
            .map(account -> new JanuaryCustomer(account, operator, random))
            .toList();
    /** Tells of a call of December after its close, and of none later. */
    private static final JanuaryCustomer slow = customers.getFirst();
    /** Tells of a call of January after its close. */
    private static final JanuaryCustomer slower = customers.getLast();

    private static final Map<JanuaryCustomer, JanuaryPapers> provisional = new HashMap<>();
    private static final Map<JanuaryCustomer, JanuaryPapers> closed = new HashMap<>();
    private static final Map<JanuaryCustomer, JanuaryPapers> afterwards = new HashMap<>();
    private static String provisionalFileOfAll = "";
    private static long published;

    @BeforeAll
    static void liveThroughJanuary() {
        System.out.println("january: seed " + SEED);
        customers.forEach(customer -> customer.live(customer != slow));
        newYear();
        var before = at("2025-01-01T12:00:00");
        var decks = customers.stream().map(_ -> shuffled()).toList();
        for (int turn = 0; turn < ACTIONS.size(); turn++) {
            var moment = before.plus(Duration.ofMinutes(random.nextInt(12 * 60, 86 * 60)));
            pass(before, moment);
            for (int i = 0; i < customers.size(); i++) customers.get(i).act(decks.get(i).get(turn));
            if (turn == 3) customers.forEach(customer -> customer.giveBack(customer.decemberPack()));
            before = moment;
        }
        pass(before, at("2025-01-31T23:50:00"));
        customers.forEach(customer -> customer.act(Action.ORDER));
        theMonthEnds();
        take(provisional);
        provisionalFileOfAll = operator.get("bills/2025-01.csv").is(200).body();
        moveTo(at("2025-02-03T03:00:00"));
        take(closed);
        var late = slower.calls().late(at("2025-01-20T12:00:00"), Duration.ofMinutes(7), FEBRUARY);
        publish(said(slower, List.of(late)));
        take(afterwards);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Action> shuffled() {
        var deck = new ArrayList<>(ACTIONS);
        Collections.shuffle(deck, random);
        return deck;
    }

    /** All of December is told before its close; through the fifth day seats are taken back in full. */
    private static void newYear() {
        pass(START, at("2025-01-01T09:00:00"));
        publish(customers.stream().flatMap(customer -> said(customer, customer.calls().rest()).stream()).toList());
        for (var customer : customers) {
            customer.giveBack(customer.decemberSeats());
            customer.orderMinutes();
            customer.act(Action.ORDER);
        }
    }

    private static void pass(Instant before, Instant moment) {
        moveTo(moment);
        boolean isRenewed = before.isBefore(RENEWAL) && !moment.isBefore(RENEWAL);
        boolean isDecemberClosed = before.isBefore(DECEMBER_CLOSES) && !moment.isBefore(DECEMBER_CLOSES);
        var records = new ArrayList<Said>();
        for (var customer : customers) {
            if (isRenewed) customer.seesItsNumberRenewed();
            records.addAll(said(customer, customer.calls().between(before, moment)));
        }
        if (isDecemberClosed) {
            var late = slow.calls().late(at("2024-12-30T12:00:00"), Duration.ofMinutes(5), JANUARY);
            records.addAll(said(slow, List.of(late)));
        }
        publish(records);
    }

    /** With all that was held back, calls that end by a millisecond in January or February, and one over the end. */
    private static void theMonthEnds() {
        moveTo(at("2025-02-02T12:00:00"));
        var end = JANUARY.next().start();
        var records = new ArrayList<Said>();
        for (var customer : customers) {
            var calls = customer.calls();
            records.addAll(said(customer, calls.rest()));
            records.addAll(said(customer, List.of(
                    calls.overMidnight(end, at("2025-02-02T12:00:00")),
                    calls.call(Meter.LANDLINE_OUTBOUND, end.minusMillis(1), Duration.ofMinutes(3)),
                    calls.call(Meter.LANDLINE_OUTBOUND, end, Duration.ofMinutes(3)))));
        }
        publish(records);
    }

    private static List<Said> said(JanuaryCustomer customer, List<String> records) {
        return records.stream().map(record -> new Said(customer.account(), record)).toList();
    }

    /** Until all are booked. */
    private static void publish(List<Said> records) {
        CallSheet.publish(server.usageTopic(), records);
        published += records.size();
        await().atMost(Duration.ofSeconds(60)).until(() ->
                operator.get("ingest/status").json().at("/received").asLong() == published);
        assertThat(operator.get("ingest/status").at("/deadLettered")).isEqualTo("0");
    }

    private static void moveTo(Instant instant) {
        operator.put("clock", "{\"now\": \"" + instant + "\"}").is(200);
    }

    private static void take(Map<JanuaryCustomer, JanuaryPapers> papers) {
        for (var customer : customers) papers.put(customer, JanuaryPapers.of(operator, customer.account()));
    }

    private static JanuaryPapers of(Map<JanuaryCustomer, JanuaryPapers> papers, JanuaryCustomer customer) {
        return Objects.requireNonNull(papers.get(customer));
    }

    @Test
    void theBillsSumToOrdersRenewalsAndRefundsToTheFen() {
        for (var customer : customers) {
            var own = BilledMoney.sum(customer.ofJanuary().stream());
            assertThat(of(provisional, customer).total()).as("seed %d", SEED).isEqualTo(own);
            assertThat(of(closed, customer).total()).as("seed %d", SEED).isEqualTo(own);
            assertThat(of(closed, customer).bill().at("/lines")).hasSize(
                    customer.boughtInJanuary().size() + customer.renewals() + customer.refunds());
        }
        var all = BilledMoney.sum(customers.stream().flatMap(customer -> customer.ofJanuary().stream()));
        assertThat(BilledMoney.sum(CsvRows.of(provisionalFileOfAll).stream().map(BilledMoney::ofRow))).isEqualTo(all);
        assertThat(BilledMoney.of(operator.get("months/2025-01").json().at("/totals"))).isEqualTo(all);
        assertThat(operator.get("bills/2025-01.csv").body()).isEqualTo(provisionalFileOfAll);
    }

    @Test
    void theFundsMovedByWhatTheBillsSay() {
        for (var customer : customers) {
            var purse = customer.purse();
            var january = operator.get("accounts/" + customer.account() + "/funds/movements?month=2025-01").json();
            var total = of(closed, customer).total();
            assertMoved(january, "cash", total.cash(), purse.cash());
            assertMoved(january, "gift", total.gift(), purse.gift());
            assertMoved(january, "revenueShare", total.revenueShare(), purse.revenueShare());
        }
    }

    private static void assertMoved(JsonNode january, String kind, Money billed, Money left) {
        var closing = BilledMoney.money(january, "/closing/" + kind);
        assertThat(closing).isEqualTo(left);
        assertThat(BilledMoney.money(january, "/opening/" + kind).minus(closing)).isEqualTo(billed);
    }

    @Test
    void theDetailHasEachLineOfTheBillAndUsageThatCostsNothing() {
        for (var customer : customers) {
            var papers = of(closed, customer);
            assertThat(papers.prices().stream().map(JanuaryPapers::inShort))
                    .isEqualTo(papers.bill().at("/lines").valueStream().map(JanuaryPapers::inShort).toList());
            assertThat(papers.detail().at("/totals")).isEqualTo(papers.bill().at("/totals"));
            assertThat(papers.lines("USAGE")).isNotEmpty().allSatisfy(line ->
                    assertThat(BilledMoney.of(line)).isEqualTo(BilledMoney.sum(Stream.of())));
            assertThat(papers.prices()).map(BilledMoney::of).allSatisfy(line -> assertThat(line.amount())
                    .isEqualTo(line.parts())
                    .isEqualTo(line.listPrice().minus(line.discount())));
            var bought = new HashMap<String, Money>();
            for (var line : papers.lines("PURCHASE")) {
                bought.put(line.at("/resourceId").asString(), BilledMoney.money(line, "/amount"));
            }
            assertThat(bought).isEqualTo(customer.boughtInJanuary());
        }
    }

    @Test
    void eachCallIsInTheMonthItEndedInWithItsStartedMinutes() {
        for (var customer : customers) {
            var calls = customer.calls();
            for (var papers : List.of(of(provisional, customer), of(closed, customer))) {
                assertThat(JanuaryPapers.minutes(papers.usage())).isEqualTo(calls.bookedIn(JANUARY));
                assertThat(JanuaryPapers.minutes(papers.usageNow())).isEqualTo(calls.endedIn(JANUARY, JANUARY));
            }
            assertThat(JanuaryPapers.minutes(of(afterwards, customer).usageNow()))
                    .isEqualTo(calls.endedIn(JANUARY, FEBRUARY));
        }
        long rows = customers.stream().mapToLong(customer -> customer.calls().bookedIn(JANUARY).size()).sum();
        assertThat(operator.get("months/2025-01").json().at("/rows").asLong()).isEqualTo(rows).isGreaterThan(200);
    }

    @Test
    void whatWasMeasuredIsDeductedOrUncoveredByRowAndByMeter() {
        var ofAll = new EnumMap<Meter, Long>(Meter.class);
        for (var customer : customers) {
            for (var papers : List.of(of(provisional, customer), of(closed, customer))) {
                assertCovered(papers.usage(), papers.detail());
                assertCovered(papers.usageNow(), papers.detailNow());
            }
            for (var row : of(closed, customer).usage()) {
                ofAll.merge(Meter.valueOf(row.at("/meter").asString()), row.at("/billedMinutes").asLong(), Long::sum);
            }
        }
        var told = operator.get("months/2025-01").json().at("/minutesByMeter");
        ofAll.forEach((meter, minutes) -> assertThat(told.at("/" + meter).asLong()).as("%s", meter).isEqualTo(minutes));
        assertThat(told).hasSize(ofAll.size());
    }

    private static void assertCovered(JsonNode rows, JsonNode detail) {
        var measured = new TreeMap<String, Long>();
        var deducted = new TreeMap<String, Long>();
        for (var row : rows) {
            long billed = row.at("/billedMinutes").asLong();
            long drawn = row.at("/drawnMinutes").asLong();
            assertThat(billed).isEqualTo(drawn + row.at("/uncoveredMinutes").asLong());
            assertThat(row.at("/packDraws").valueStream().mapToLong(draw -> draw.at("/minutes").asLong()).sum())
                    .isEqualTo(drawn);
            measured.merge(row.at("/meter").asString(), billed, Long::sum);
            for (var draw : row.at("/packDraws")) {
                deducted.merge(draw.at("/packId").asString(), draw.at("/minutes").asLong(), Long::sum);
            }
        }
        measured.values().removeIf(minutes -> minutes == 0);
        assertThat(JanuaryPapers.usage(detail, "subProduct", "measuredQuantity")).isEqualTo(measured);
        var ofPacks = JanuaryPapers.usage(detail, "resourceId", "deductedQuantity");
        assertThat(ofPacks.remove("")).as("of no pack").isIn(0L, null);
        assertThat(ofPacks).isEqualTo(deducted);
    }

    @Test
    void packsLackWhatTheBillsDeducted() {
        for (var customer : customers) {
            var path = "accounts/" + customer.account();
            var deducted = new HashMap<String, Long>();
            for (var month : List.of("2024-12", "2025-01")) addDeducted(path, month, deducted);
            var untilJanuary = Map.copyOf(deducted);
            addDeducted(path, "2025-02", deducted);

            var left = new HashMap<String, Long>();
            for (var pack : operator.get(path + "/packs").is(200).json()) {
                var id = pack.at("/packId").asString();
                long drawn = pack.at("/drawn").asLong();
                assertThat(drawn).as(id).isEqualTo(deducted.getOrDefault(id, 0L));
                long rest = Stream.of("/remaining", "/expired", "/refunded").mapToLong(part -> pack.at(part).asLong()).sum();
                assertThat(pack.at("/granted").asLong()).as(id).isEqualTo(drawn + rest);
                boolean isGivenBack = pack.at("/state").asString().equals("REFUNDED");
                left.put(id, isGivenBack ? 0 : pack.at("/granted").asLong() - untilJanuary.getOrDefault(id, 0L));
            }
            for (var line : of(closed, customer).lines("USAGE")) {
                assertThat(line.at("/remainingQuantity").asLong())
                        .isEqualTo(left.getOrDefault(line.at("/resourceId").asString(""), 0L));
            }
        }
    }

    private static void addDeducted(String path, String month, Map<String, Long> sums) {
        var bill = operator.get(path + "/bills/" + month + "?view=detail").is(200).json();
        JanuaryPapers.usage(bill, "resourceId", "deductedQuantity")
                .forEach((pack, minutes) -> sums.merge(pack, minutes, Long::sum));
    }

    @Test
    void theCloseChangesNoFigureAndNoByte() {
        for (var customer : customers) {
            var before = of(provisional, customer);
            var after = of(closed, customer);
            assertThat(before.bill().at("/status").asString()).isEqualTo("PROVISIONAL");
            assertThat(after.bill().at("/status").asString()).isEqualTo("FINAL");
            assertSame(before.bill(), after.bill());
            assertSame(before.detail(), after.detail());
            assertThat(after.usage()).isEqualTo(before.usage());
            assertThat(after.files()).isEqualTo(before.files());
        }
    }

    private static void assertSame(JsonNode one, JsonNode other) {
        assertThat(one.at("/lines")).isEqualTo(other.at("/lines"));
        assertThat(one.at("/totals")).isEqualTo(other.at("/totals"));
    }

    @Test
    void whereNothingCameLateWhatWasClosedIsWhatIsKnown() {
        for (var customer : customers) {
            var papers = of(closed, customer);
            assertSame(papers.bill(), papers.billNow());
            if (customer == slow) continue;
            assertSame(papers.detail(), papers.detailNow());
            assertThat(papers.usage()).isEqualTo(papers.usageNow());
        }
        assertThat(of(closed, slow).detail().at("/lines")).isNotEqualTo(of(closed, slow).detailNow().at("/lines"));
    }

    @Test
    void theFilesSayWhatTheAnswersSay() {
        for (var customer : customers) {
            var papers = of(closed, customer);
            JanuaryPapers.assertFileHas(papers.billFile(), papers.bill().at("/lines"), papers.bill());
            JanuaryPapers.assertFileHas(papers.detailFile(), papers.detail().at("/lines"), papers.detail());
            JanuaryPapers.assertFileHas(papers.usageFile(), papers.usage(), papers.bill());
        }
    }

    @Test
    void whatComesAfterTheCloseIsALineOfFebruaryAndJanuaryStaysAsItIs() {
        for (var customer : customers) {
            var before = of(closed, customer);
            var after = of(afterwards, customer);
            assertThat(after.files()).isEqualTo(before.files());
            assertThat(List.of(after.bill(), after.detail(), after.usage()))
                    .isEqualTo(List.of(before.bill(), before.detail(), before.usage()));
            var february = operator.get("accounts/" + customer.account() + "/usage?month=2025-02&limit=1000")
                    .json().at("/rows");
            assertThat(JanuaryPapers.minutes(february)).isEqualTo(customer.calls().bookedIn(FEBRUARY));
            assertThat(february.valueStream().filter(row -> row.at("/lateFromMonth").asString("").equals("2025-01")))
                    .hasSize(customer == slower ? 1 : 0);
        }
    }

    @Test
    void everythingHappenedAndTheLedgerIsWhole() throws SQLException {
        for (var customer : customers) {
            assertThat(customer.renewals()).isEqualTo(3);
            assertThat(customer.refunds()).isEqualTo(5);
            assertThat(of(closed, customer).lines("USAGE")).hasSizeGreaterThan(3);
        }
        var all = BilledMoney.sum(customers.stream().map(customer -> of(closed, customer).total()));
        assertThat(List.of(all.discount(), all.voucher(), all.gift(), all.revenueShare(), all.cash()))
                .doesNotContain(Money.ZERO);
        assertThat(Verified.of(server.databaseUrl()).findings()).isEmpty();
        assertThat(Verified.ofMonth(server.databaseUrl(), "2025-01")).isEmpty();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }
}
