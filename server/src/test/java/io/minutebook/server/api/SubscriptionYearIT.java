package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.server.verify.VerifyCommand;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A year of reminders, renewals, expiries and trials; {@code -Dsubscriptions.seed} chooses when servers are down. */
class SubscriptionYearIT {

    private static final long SEED = Long.getLong("subscriptions.seed", 20_250_131);
    private static final int OUTAGES = 4;
    private static final int MOMENTS = 16;

    @Test
    void theSameHappensWhetherServersRunAllTheTimeOrAreDownForAWhile() {
        try (var steady = new Nodes(SubscriptionYear.START); var shaken = new Nodes(SubscriptionYear.START)) {
            new SubscriptionYear(steady, _ -> {}).live();
            new SubscriptionYear(shaken, new Shaking(shaken)).live();

            assertThat(shaken.events()).as("seed %d", SEED).isEqualTo(steady.events());
            assertEverythingHappened(steady.events());
            assertBillsSumToOrders(steady.operator());
            assertTermsAreDeferredByTheirStartedDays(steady.operator());
            for (var nodes : List.of(steady, shaken)) {
                assertThat(new CommandLine(new VerifyCommand()).execute("--database-url", nodes.database())).isZero();
            }
        }
    }

    @Test
    void aNodeThatStartsAnswersOnlyOnceWhatFellDueIsDone() throws SQLException {
        try (var nodes = new Nodes(SubscriptionYear.START)) {
            nodes.operator().put("accounts/1", "{\"name\": \"Acme\", \"legalEntityId\": \"E\"}").is(201);
            nodes.operator()
                    .send("POST", "accounts/1/trials", "{\"applicationId\": 5, \"kind\": \"SEATS\"}")
                    .is(201);
            nodes.stopOne();
            nodes.sleepUntil(SubscriptionYear.END);
            CompletableFuture<Void> start;
            try (var busyNode = DriverManager.getConnection(nodes.database())) {
                ask(busyNode, "select pg_advisory_lock(7236002)");
                start = CompletableFuture.runAsync(nodes::startOne);
                await().atMost(Duration.ofMinutes(1)).until(() -> start.isDone() || asksForItsTurn(busyNode));
                assertThat(start).isNotDone();
            }
            start.join();
            assertThat(nodes.events().getLast()).startsWith("seats.seat-trial-ended ");
        }
    }

    /** More than once, as only who waits does. */
    private static boolean asksForItsTurn(Connection database) throws SQLException {
        var asked = new HashSet<String>();
        var asks = "select max(query_start)::text from pg_stat_activity where datname = current_database()"
                + " and query like 'select pg_try_advisory_lock%'";
        for (int look = 0; look < 100 && asked.size() < 2; look++) ask(database, asks).ifPresent(asked::add);
        return asked.size() == 2;
    }

    private static Optional<String> ask(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement(); var answer = statement.executeQuery(question)) {
            return answer.next() ? Optional.ofNullable(answer.getString(1)) : Optional.empty();
        }
    }

    /** In some of the spans between two moments one server is down, or all, and sometimes there are two. */
    private static final class Shaking implements Consumer<Instant> {
        private final Random random = new Random(SEED);
        private final Nodes nodes;
        private final List<Integer> outages =
                random.ints(0, MOMENTS).distinct().limit(OUTAGES).boxed().toList();
        private int moment;

        Shaking(Nodes nodes) {
            this.nodes = nodes;
        }

        @Override
        public void accept(Instant next) {
            if (!outages.contains(moment++)) return;
            var now = nodes.now();
            long longest = Duration.between(now, next).minusHours(1).toMinutes(); // a start takes time as well
            var awake = now.plus(Duration.ofMinutes(random.nextLong(1, longest)));
            nodes.stopOne();
            if (nodes.running() == 0) {
                nodes.sleepUntil(awake);
                nodes.startOne();
            }
            if (random.nextBoolean()) nodes.startOne();
        }
    }

    private static void assertEverythingHappened(List<String> events) {
        for (var type : List.of(
                "numbers.number-lapsed", "numbers.number-expired", "numbers.number-renewed", "seats.seats-expired",
                "seats.seat-trial-ended", "chat.chat-expired", "chat.chat-trial-ended", "packs.pack-expired",
                "numbers.number-deregistered", "seats.seats-upgraded", "chat.chat-renewed")) {
            assertThat(events).as(type).anyMatch(event -> event.startsWith(type + " "));
        }
        for (int days : List.of(30, 7, 1)) {
            for (var kind : List.of("seats.seats", "chat.chat", "numbers.number")) {
                assertThat(events).anyMatch(event -> event.startsWith(kind + "-expiry-announced")
                        && event.contains("\"daysBefore\":" + days));
            }
        }
        assertThat(events.stream().filter(event -> event.startsWith("numbers.number-renewed"))).hasSizeGreaterThan(10);
    }

    private static void assertBillsSumToOrders(Caller operator) {
        for (var account : SubscriptionYear.ACCOUNTS) {
            var orders = operator.get("accounts/" + account + "/orders?limit=1000").json().at("/items");
            var billed = Money.ZERO;
            var ordered = Money.ZERO;
            for (int month = 0; month < 15; month++) {
                var name = YearMonth.of(2024, 12).plusMonths(month).toString();
                var ofMonth = Money.sum(orders.valueStream()
                        .filter(order -> order.at("/placedAt").asString().startsWith(name))
                        .map(order -> Money.yuan(order.at("/payable").asString()))
                        .toList());
                var bill = operator.get("accounts/" + account + "/bills/" + name).json();
                assertThat(bill.at("/totals/amount").asString()).as(account + " " + name).isEqualTo(ofMonth.toString());
                billed = billed.plus(Money.yuan(bill.at("/totals/amount").asString()));
                ordered = ordered.plus(ofMonth);
            }
            assertThat(billed).isEqualTo(Money.sum(orders.valueStream()
                    .map(order -> Money.yuan(order.at("/payable").asString()))
                    .toList()));
            assertThat(ordered).isEqualTo(billed).isNotEqualTo(Money.ZERO);
        }
    }

    /** By the bills alone; neither customer gave up a number. */
    private static void assertTermsAreDeferredByTheirStartedDays(Caller operator) {
        for (var account : List.of(SubscriptionYear.GUIDE, SubscriptionYear.LASTING)) {
            var terms = new ArrayList<JsonNode>();
            for (int month = 0; month < 15; month++) {
                var name = YearMonth.of(2024, 12).plusMonths(month);
                operator.get("accounts/" + account + "/bills/" + name).json().at("/lines").valueStream()
                        .filter(line -> line.at("/subProduct").isNull())
                        .forEach(terms::add);
                var now = ApiValues.instant(operator.get("clock").at("/now"));
                var end = name.plusMonths(1).atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
                long owed = 0;
                for (var term : terms) owed += owedFen(term, end.isBefore(now) ? end : now);
                var balance = operator.get("journal/trial-balance?month=" + name + "&accountId=" + account).json();
                assertThat(closing(balance, "liabilities:deferred:terms"))
                        .as("%s %s", account, name)
                        .isEqualTo(new Money(-owed));
                assertThat(closing(balance, "income:terms")).isEqualTo(new Money(owed - paidFen(terms)));
            }
            assertThat(terms).hasSizeGreaterThan(3);
        }
    }

    private static long paidFen(List<JsonNode> terms) {
        return terms.stream().mapToLong(term -> Money.yuan(term.at("/amount").asString()).fen()).sum();
    }

    private static long owedFen(JsonNode term, Instant at) {
        long fen = Money.yuan(term.at("/amount").asString()).fen();
        var from = ApiValues.instant(term.at("/usageStart").asString());
        var until = ApiValues.instant(term.at("/usageEnd").asString());
        if (!at.isAfter(from)) return fen;
        if (!at.isBefore(until)) return 0;
        long days = startedDays(Duration.between(from, until));
        long elapsed = days - startedDays(Duration.between(at, until));
        return fen - (2 * fen * elapsed + days) / (2 * days);
    }

    private static long startedDays(Duration span) {
        return (span.toMillis() + 86_399_999) / 86_400_000;
    }

    private static Money closing(JsonNode balance, String ledgerAccount) {
        return balance.at("/items").valueStream()
                .filter(item -> item.at("/ledgerAccount").asString().equals(ledgerAccount))
                .map(item -> Money.yuan(item.at("/closing").asString()))
                .findFirst()
                .orElse(Money.ZERO);
    }
}
