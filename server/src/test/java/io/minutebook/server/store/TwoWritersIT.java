package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.packs.GrantPack;
import io.minutebook.billing.packs.PassPackTime;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.server.fixture.RealParts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Two nodes of one ledger that extend the same stream: nothing but the database stands between them. */
class TwoWritersIT {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final Instant NOW = Instant.parse("2025-01-31T15:59:59.999Z");
    private static final Instant VALID_UNTIL = Instant.parse("2026-01-31T16:00:00Z");

    private final DataSource database = RealParts.newDataSource();
    private final Node one = new Node();
    private final Node other = new Node();

    @Test
    void theSecondIsToldThatItLostTheRaceAndWritesNothing() {
        one.book(new RegisterAccount(ACCOUNT, "Acme", "entity-1"));

        assertThatThrownBy(() -> one.bookWhile(credit("lost"), () -> other.book(credit("won"))))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(sequences()).containsExactly(0L, 1L);
    }

    @Test
    void whoLostTheRaceForAStreamHeldInMemoryReadsItAfresh() {
        one.book(grant("P1"));
        other.book(grant("P2"));
        assertThatThrownBy(() -> one.book(grant("P3"))).isInstanceOf(ConcurrencyException.class);

        one.book(grant("P3"));
        one.book(new PassPackTime(PoolId.ofMinutes(ACCOUNT, Meter.LANDLINE_OUTBOUND), VALID_UNTIL));

        assertThat(sequences()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(lapsed()).containsExactly("P1", "P2", "P3");
    }

    private static CreditFunds credit(String reference) {
        return new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("1.00"), reference, NOW);
    }

    private static GrantPack grant(String packId) {
        return new GrantPack(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId(packId), new ProductCode("landline-outbound-custom"),
                new Minutes(5_000), UnitPrice.of("0.15"), NOW, VALID_UNTIL, new OrderId("O1"));
    }

    private List<Long> sequences() {
        return new JdbcTemplate(database).queryForList("select sequence from ledger_event order by position", Long.class);
    }

    /** The packs that the node had in mind. */
    private List<String> lapsed() {
        return new JdbcTemplate(database).queryForList(
                "select payload ->> 'packId' from ledger_event where event_type = 'packs.pack-expired' order by position",
                String.class);
    }

    /** What a process has of a ledger, as far as writing goes. */
    private final class Node {
        private final PostgresTransactions transactions =
                new PostgresTransactions(new JdbcTransactionManager(database), new JdbcTemplate(database));
        private final Configuration axon;

        Node() {
            var serializer = LedgerSerializer.create();
            var storage = new LedgerEventStorage(database, serializer, () -> NOW, Map.of(), new FreshEvents());
            axon = LedgerAxon.configurer(storage, serializer, Runnable::run).start();
        }

        void book(Object command) {
            bookWhile(command, () -> {});
        }

        /** The work is done elsewhere, between the decision and the commit. */
        void bookWhile(Object command, Runnable work) {
            transactions.inOne(Map.of(), () -> {
                axon.commandGateway().sendAndWait(command);
                CompletableFuture.runAsync(work).join();
                return command;
            });
        }
    }
}
