package io.minutebook.server.store;

import io.minutebook.billing.LedgerTransactions;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Joins a PostgreSQL transaction to an Axon unit of work. It takes its transaction id first, before any event
 * index is drawn: the settled index rests on that.
 */
public final class PostgresTransactions implements LedgerTransactions {

    private static final TransactionDefinition NEW =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    private final PlatformTransactionManager manager;
    private final JdbcTemplate jdbc;

    public PostgresTransactions(PlatformTransactionManager manager, JdbcTemplate jdbc) {
        this.manager = manager;
        this.jdbc = jdbc;
    }

    @Override
    public <T> T inOne(Map<String, ?> provenance, Supplier<T> work) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            unit.registerCorrelationDataProvider(_ -> provenance);
            begin(unit);
            T result = work.get();
            unit.commit();
            return result;
        } catch (Throwable failure) {
            if (unit.isActive()) unit.rollback(failure);
            throw failure;
        }
    }

    private void begin(UnitOfWork<?> unit) {
        var transaction = manager.getTransaction(NEW);
        unit.onCommit(_ -> manager.commit(transaction));
        unit.onRollback(_ -> rollback(transaction));
        jdbc.queryForObject("select pg_current_xact_id()::text", String.class);
    }

    /** A commit that failed has ended the transaction already. */
    private void rollback(TransactionStatus transaction) {
        if (!transaction.isCompleted()) manager.rollback(transaction);
    }
}
