package io.minutebook.server.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.reporting.journal.JournalPostings;
import io.minutebook.reporting.journal.JournalQuery;
import io.minutebook.reporting.journal.JournalText;
import io.minutebook.reporting.journal.TrialBalances;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.fixture.Hledger;
import io.minutebook.server.fixture.LedgerProcess;
import io.minutebook.server.fixture.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A whole ledger passes, and each damage done to a copy of it is named with the very row. */
class VerifyIT {

    private static final int RECORDS = 2_500;
    static final String NEW_YEAR_SALE =
            """
            {"products": ["landline-outbound-10000", "landline-outbound-custom", "audio-custom"], "kind": "RATE",
             "value": "0.9333", "from": "2025-01-01", "until": "2025-02-01", "reason": "new year", "refundable": true}""";
    private static final AtomicInteger COPIES = new AtomicInteger();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path scratch;

    private static String url = "";
    private static String topic = "";

    @BeforeAll
    static void liveThroughAYear() throws SQLException {
        try (var ledger = new BusyLedger(scratch)) {
            url = ledger.server.databaseUrl();
            topic = ledger.server.usageTopic();
            ledger.put("promotions/new-year", NEW_YEAR_SALE);
            ledger.prepare(RECORDS, 7);
            ledger.moveClock("2025-02-02T00:00:00Z");
            ledger.publish(RECORDS, 7);
            assertThat(Verified.of(url).findings()).as("while records are booked").isEmpty();
            assertThat(ledger.differing()).as("while records are booked").isEmpty();
            ledger.awaitReceived(RECORDS);
            ledger.correctAndRefundOnePack();
            ledger.moveClock("2026-03-01T00:00:00Z");
            ledger.publish(RECORDS, 8);
            ledger.awaitReceived(2 * RECORDS);
            assertThat(ledger.differing()).isEmpty();
        }
    }

    @Test
    void theMonthHadAllThatCanGoWrong() throws SQLException {
        assertThat(queried("select count(distinct event_type) from ledger_event")).isEqualTo("19");
        assertThat(queried("select count(*) > 0 from ledger_event where payload #>> '{draws,0,fromExpired}' > '0'"))
                .isEqualTo("t");
        assertThat(queried("select sum(duplicates) > 0 and sum(dead_lettered) > 0 from ingest_offset")).isEqualTo("t");
    }

    @Test
    void aWholeLedgerHasNoFindings() throws SQLException {
        var verified = Verified.of(url);
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.isWhole()).isTrue();
        assertThat(verified.events()).isGreaterThan(RECORDS);
    }

    @Test
    void hledgerReadsTheJournalAndAgreesMonthByMonth() throws IOException {
        assumeTrue(Hledger.isInstalled());
        var database = new DriverManagerDataSource(url);
        var journal = scratch.resolve("year.journal");
        for (var month = BillingMonth.parse("2025-01"); !month.toString().equals("2026-04"); month = month.next()) {
            var query = new JournalQuery(month, null, Instant.parse("2026-03-01T00:00:00Z"));
            try (var out = Files.newOutputStream(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                JournalText.write(new JournalPostings(database), query, out);
            }
            var closings = new TreeMap<String, Money>();
            for (var balance : new TrialBalances(database).of(query).items()) {
                if (!balance.closing().isZero()) closings.put(balance.ledgerAccount(), balance.closing());
            }
            assertThat(Hledger.balances(journal)).as("%s", month).isEqualTo(closings);
            assertThat(closings).containsKeys("income:minutes", "assets:clearing:cash");
        }
    }

    @Test
    void theSnapshotHoldsNoTransactionIdThatReadersWouldWaitFor() throws SQLException {
        try (var snapshot = LedgerSnapshot.of(url)) {
            assertThat(snapshot.count("select count(*) from ledger_event")).isPositive();
            assertThat(snapshot.count("select count(pg_current_xact_id_if_assigned())")).isZero();
        }
    }

    @Test
    void theCommandEndsWithOneOnlyWhenSomethingIsBroken() throws SQLException {
        var whole = LedgerProcess.run(scratch, "verify", "--database-url", url);
        assertThat(whole.output()).contains("I7 holds", "the ledger is whole");
        assertThat(whole.status()).isZero();

        var damaged = copy();
        var victim = Damage.DRAW_OF_ONE_MINUTE_MORE.inflictOn(damaged);
        var broken = LedgerProcess.run(scratch, "verify", "--database-url", damaged);
        assertThat(broken.output()).contains("I6 event " + victim + " ", "I6 BROKEN", "THE LEDGER IS BROKEN");
        assertThat(broken.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void eachDamageIsNamedWithTheVeryRow(Damage damage) throws SQLException {
        var damaged = copy();
        var victim = damage.inflictOn(damaged);
        assertThat(Verified.of(damaged).findings()).anySatisfy(line ->
                assertThat(line).startsWith(damage.invariant() + " ").contains(damage.naming(victim)));
    }

    @Test
    void aCopyInAFreshClusterIsWholeAndGoesOn() throws SQLException {
        var data = scratch.resolve("restored");
        try (var cluster = EmbeddedDatabase.start(data.resolve("postgres"), 0)) {
            LedgerCopy.of(url).into(cluster);
            assertThat(Verified.of(cluster.url()).findings()).isEmpty();
            try (var ledger = new BusyLedger(
                    scratch, "spring.datasource.url=" + cluster.url(), "minutebook.usage-topic=" + topic)) {
                ledger.publish(RECORDS, 9);
                ledger.awaitReceived(3 * RECORDS);
            }
            assertThat(Verified.of(cluster.url()).findings()).isEmpty();
        }
        var replayed = LedgerProcess.run(scratch, "replay", "usage", "--data", data.toString());
        assertThat(replayed.output()).contains("usage is replayed");
        var stopped = LedgerProcess.run(scratch, "verify", "--data", data.toString());
        assertThat(stopped.output()).contains("the ledger is whole");
        assertThat(stopped.status()).isZero();
    }

    private static String copy() throws SQLException {
        var name = "copy_" + COPIES.incrementAndGet();
        var administration = RealParts.asSuperuser(named(EmbeddedDatabase.NAME));
        try (var connection = DriverManager.getConnection(administration);
                var statement = connection.createStatement()) {
            statement.execute("create database %s template %s".formatted(name, nameOf(url)));
        }
        return named(name);
    }

    private static String named(String database) {
        return url.replace("/" + nameOf(url) + "?", "/" + database + "?");
    }

    private static String nameOf(String address) {
        return address.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private static String queried(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var answer = statement.executeQuery(sql);
            answer.next();
            return answer.getString(1);
        }
    }
}
