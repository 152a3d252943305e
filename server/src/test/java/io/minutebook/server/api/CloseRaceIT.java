package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.server.api.CallSheet.Said;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.verify.Verified;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes close month after month while records of both months come in: in any order, twice, corrected and withdrawn,
 * and while all connections to the database are cut. Every record is in the final file of its month or a late line.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CloseRaceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SEEDS = Integer.getInteger("close.seeds", 3);
    private static final int SESSIONS = 120;
    private static final int CHUNKS = 12;
    private static final Instant START = Instant.parse("2025-01-05T00:00:00Z");

    private static final LedgerServer one = LedgerServer.startAt(START, "minutebook.close.first-month=2025-01");
    private static final LedgerServer two = LedgerServer.startAt(
            START,
            "minutebook.close.first-month=2025-01",
            "spring.datasource.url=" + one.databaseUrl(),
            "minutebook.usage-topic=" + one.usageTopic());
    private static final Caller operator = Caller.operatorOf(one);
    private static final List<Caller> NODES = List.of(operator, new Caller(two.url(), operator.key()));
    private static final List<String> ACCOUNTS = IntStream.range(0, 3).mapToObj(_ -> accountWithPacks()).toList();
    private static final JdbcClient jdbc = one.bean(JdbcClient.class);

    private static long published;

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    static List<Integer> seeds() {
        return IntStream.rangeClosed(1, SEEDS).boxed().toList();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("seeds")
    void everyRecordIsInTheFileOfItsMonthOrALateLine(int seed) {
        var random = new Random(seed);
        var month = new BillingMonth(BillingMonth.parse("2025-01").month().plusMonths(seed - 1));
        operator.put("clock", "{\"now\": \"%s-05T00:00:00+08:00\"}".formatted(month.next())).is(200);
        var plan = Plan.of(seed, month, random);

        int closesAt = random.nextInt(2, CHUNKS - 2);
        var closes = new ArrayList<CompletableFuture<Void>>();
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            plan.publish(chunk);
            if (chunk == closesAt) NODES.forEach(node -> closes.add(closing(node, month)));
            if (chunk == closesAt + 1 && seed % 2 == 0) cutAllConnections();
        }
        closes.forEach(CompletableFuture::join);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> isFinal(month));
        published += plan.size();
        await().atMost(PATIENCE).ignoreExceptions().until(CloseRaceIT::isQuiet);

        assertThat(standing(plan, month)).as("seed %d", seed).isEqualTo(plan.expected(month));
        assertThat(standing(plan, month.next())).as("seed %d", seed).isEqualTo(plan.expected(month.next()));
        assertThat(plan.rows()).as("seed %d", seed).allSatisfy((record, rows) -> assertThat(rows)
                .isIn(plan.isStanding(record) ? List.of("1 of 1") : List.of("0 of 0", "0 of 1")));
        assertThat(count("select count(*) from usage_detail where billing_month = '%s' and late_from_month >= '%s'"
                        .formatted(month, month)))
                .isZero();
        assertThat(verified(month)).as("seed %d", seed).isEmpty();
    }

    @AfterEach
    void theLedgerIsWhole() throws SQLException {
        assertThat(Verified.of(one.databaseUrl()).findings()).isEmpty();
    }

    @Order(2)
    @Test
    void damagedFilesAreFoundAndMadeAgainFromEvents() throws SQLException {
        var month = BillingMonth.parse("2025-01");
        var before = files();
        execute(one.databaseUrl(), """
                delete from month_file_part where month = '2025-01' and kind = 'USAGE';
                update month_file_part set content = content || 'x' where month = '2025-01' and kind = 'BILL';
                delete from month_file where month = '2025-01' and kind = 'BILL_DETAIL'""");

        assertThat(Verified.of(one.databaseUrl()).findings()).anySatisfy(line -> assertThat(line).startsWith("I8 "));
        assertThat(verified(month)).isNotEmpty();
        operator.get("accounts/" + ACCOUNTS.getFirst() + "/usage/2025-01.csv").isProblem(500, "INTERNAL_ERROR");
        Verified.mended(one.databaseUrl(), month.toString());

        assertThat(files()).isEqualTo(before);
        assertThat(verified(month)).isEmpty();
    }

    @Order(3)
    @Test
    void theSameEventsMakeTheSameFilesInAFreshDatabaseAndAfterAReplay() throws SQLException {
        var before = files();
        for (var projection : List.of("usage", "bills")) {
            operator.post("projections/" + projection + "/replay", "").is(202);
        }
        await().atMost(PATIENCE).until(() ->
                count("select count(*) from projection_replay where finished_at is null") == 0);
        assertThat(verified(BillingMonth.parse("2025-01"))).isEmpty();

        var fresh = RealParts.newDatabase();
        var events = jdbc.sql("select row_to_json(event)::text from ledger_event as event order by position")
                .query(String.class)
                .list();
        try (var connection = DriverManager.getConnection(fresh);
                var insert = connection.prepareStatement(
                        "insert into ledger_event select * from json_populate_record(null::ledger_event, ?::json)")) {
            for (var event : events) {
                insert.setString(1, event);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        for (int seed = 1; seed <= SEEDS; seed++) {
            Verified.mended(fresh, BillingMonth.parse("2025-01").month().plusMonths(seed - 1).toString());
        }
        assertThat(files(fresh)).isEqualTo(before);
    }

    private static String accountWithPacks() {
        var account = operator.accountWith("100000.00");
        operator.post("accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
        return account;
    }

    /** Whoever is cut off asks again. */
    private static CompletableFuture<Void> closing(Caller node, BillingMonth month) {
        return CompletableFuture.runAsync(
                () -> await().atMost(PATIENCE)
                        .until(() -> node.post("months/" + month + "/close", "").status() == 200),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    private static boolean isFinal(BillingMonth month) {
        return operator.get("months/" + month).is(200).at("/state").equals("FINAL");
    }

    private static void cutAllConnections() {
        execute(RealParts.asSuperuser(one.databaseUrl()), """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""");
    }

    private static boolean isQuiet() {
        return count("select coalesce(sum(received), 0) from ingest_offset") == published
                && count("select count(*) from dead_letter where state = 'OPEN'") == 0
                && count("select count(*) from projection_position"
                                + " where position < (select max(position) from ledger_event)")
                        == 0;
    }

    private static List<String> verified(BillingMonth month) {
        try {
            return Verified.ofMonth(one.databaseUrl(), month.toString());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> files() {
        return files(one.databaseUrl());
    }

    private static List<String> files(String url) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select month || account_id || kind || part || sha256(content) from month_file_part
                        order by month, account_id, kind, part""")) {
            var files = new ArrayList<String>();
            while (found.next()) files.add(found.getString(1));
            assertThat(files).isNotEmpty();
            return files;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The minutes of each record of the plan that counts today in that month, by its id. */
    private static Map<String, Long> standing(Plan plan, BillingMonth month) {
        var standing = new TreeMap<String, Long>();
        for (var account : ACCOUNTS) {
            var path = "accounts/" + account + "/usage?limit=1000&known=now&month=" + month;
            var rows = operator.get(path).is(200).json().at("/rows");
            StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> plan.isOurs(row.at("/recordId").asString()))
                    .forEach(row -> standing.put(
                            row.at("/recordId").asString(), row.at("/billedMinutes").asLong()));
        }
        return standing;
    }

    /** One call, as it was said first and last. */
    private record Session(String name, Instant ended, List<Integer> minutes) {

        String lastId() {
            int revisions = minutes.size() - 1;
            return CallSheet.id(name) + (revisions == 0 ? "" : ":r" + revisions);
        }
    }

    /** All that is published for one month, in the order in which it is. */
    private record Plan(int seed, List<Session> sessions, List<List<Said>> chunks, int size) {

        static Plan of(int seed, BillingMonth month, Random random) {
            var sessions = new ArrayList<Session>();
            var records = new ArrayList<Said>();
            for (int i = 0; i < SESSIONS; i++) {
                var session = session("s" + seed + "-" + i, month, random);
                sessions.add(session);
                records.addAll(recordsOf(session, ACCOUNTS.get(random.nextInt(ACCOUNTS.size())), random));
            }
            Collections.shuffle(records, random);
            int each = Math.ceilDiv(records.size(), CHUNKS);
            var chunks = IntStream.range(0, CHUNKS)
                    .mapToObj(i -> records.subList(
                            Math.min(records.size(), i * each), Math.min(records.size(), (i + 1) * each)))
                    .map(List::copyOf)
                    .toList();
            return new Plan(seed, sessions, chunks, records.size());
        }

        private static Session session(String name, BillingMonth month, Random random) {
            var of = random.nextInt(3) == 0 ? month.next() : month;
            var ended = of.start().plusSeconds(random.nextInt(3 * 24 * 3600)).plusMillis(random.nextInt(1000));
            var minutes = new ArrayList<>(List.of(random.nextInt(9)));
            while (minutes.size() < 3 && random.nextInt(4) == 0) minutes.add(random.nextInt(9));
            return new Session(name, ended, minutes);
        }

        private static List<Said> recordsOf(Session session, String account, Random random) {
            var sheet = new CallSheet(account, one.usageTopic());
            var records = new ArrayList<Said>();
            for (int revision = 0; revision < session.minutes().size(); revision++) {
                var before = CallSheet.id(session.name()) + (revision < 2 ? "" : ":r" + (revision - 1));
                int minutes = session.minutes().get(revision);
                var record = revision == 0
                        ? sheet.call(session.name(), session.ended(), minutes)
                        : sheet.correction(session.name(), revision, before, session.ended(), minutes);
                int times = random.nextInt(8) == 0 ? 2 : 1;
                for (int i = 0; i < times; i++) records.add(new Said(account, record));
            }
            return records;
        }

        void publish(int chunk) {
            CallSheet.publish(one.usageTopic(), chunks.get(chunk));
        }

        boolean isOurs(String record) {
            return record.startsWith("14:s" + seed + "-");
        }

        boolean isStanding(String record) {
            return sessions.stream().anyMatch(session -> session.lastId().equals(record));
        }

        Map<String, Long> expected(BillingMonth month) {
            var expected = new TreeMap<String, Long>();
            for (var session : sessions) {
                boolean isOfMonth = BusinessTime.dateOf(session.ended()).toString().startsWith(month.toString());
                if (isOfMonth) expected.put(session.lastId(), (long) session.minutes().getLast());
            }
            return expected;
        }

        /** Of each record how many rows stand, of how many it is booked in. */
        Map<String, String> rows() {
            var rows = new TreeMap<String, String>();
            jdbc.sql("""
                            select record_id, sum(case when taken_back then -1 else 1 end) || ' of '
                                || count(*) filter (where not taken_back)
                            from usage_detail where record_id like ? group by 1""")
                    .param("14:s" + seed + "-%")
                    .query(row -> {
                        rows.put(row.getString(1), row.getString(2));
                    });
            return rows;
        }
    }
}
