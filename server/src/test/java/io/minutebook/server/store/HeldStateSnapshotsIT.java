package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.server.fixture.RealParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

class HeldStateSnapshotsIT {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final Instant NOW = Instant.parse("2025-01-31T15:59:59.999Z");
    private static final int MORE_THAN_ASK_FOR_A_SNAPSHOT = 450;

    private final DataSource database = RealParts.newDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void aStreamThatGrewInOneTransactionIsStoredAsItBecame() {
        send(grown());

        assertThat(snapshots()).containsExactly((long) MORE_THAN_ASK_FOR_A_SNAPSHOT);
    }

    @Test
    void aStreamThatWasLongWhenItWasLoadedIsStoredToo() {
        send(grown());
        jdbc.update("delete from ledger_snapshot");

        send(List.of(credit(0)));

        assertThat(snapshots()).containsExactly(MORE_THAN_ASK_FOR_A_SNAPSHOT + 1L);
    }

    private static List<Object> grown() {
        var commands = new ArrayList<Object>();
        commands.add(new RegisterAccount(ACCOUNT, "Acme", "entity-1"));
        IntStream.range(0, MORE_THAN_ASK_FOR_A_SNAPSHOT).forEach(number -> commands.add(credit(number)));
        return commands;
    }

    private static CreditFunds credit(int number) {
        return new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("1.00"), "wire " + number, NOW);
    }

    /** In one transaction of a ledger that has nothing in memory yet; all snapshots are taken when this returns. */
    private void send(List<Object> commands) {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            var serializer = LedgerSerializer.create();
            var storage = new LedgerEventStorage(database, serializer, () -> NOW, Map.of(), new FreshEvents());
            var axon = LedgerAxon.configurer(storage, serializer, threads).start();
            new PostgresTransactions(new JdbcTransactionManager(database), jdbc).inOne(Map.of(), () -> {
                commands.forEach(axon.commandGateway()::sendAndWait);
                return commands.size();
            });
        }
    }

    private List<Long> snapshots() {
        return jdbc.queryForList("select sequence from ledger_snapshot", Long.class);
    }
}
