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
 * index is drawn: the settled index rests on that. And it holds its part of the lock on closing before it reads
 * anything, so that what it finds open stays open until it ends.
 */
public final class PostgresTransactions implements LedgerTransactions {

    private static final TransactionDefinition NEW =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    private static final long CLOSING = 7_236_020;
    private static final String BOOKS = "select pg_advisory_xact_lock_shared(" + CLOSING + ")::text";

    /** Gives way soon: while it waits, nobody else begins. */
    private static final String CLOSES =
            "select set_config('lock_timeout', '2s', true), pg_advisory_xact_lock(" + CLOSING + ")::text";

    private final PlatformTransactionManager manager;
    private final JdbcTemplate jdbc;
    private final String lock;

    /** Such as book something, any number at a time. */
    public PostgresTransactions(PlatformTransactionManager manager, JdbcTemplate jdbc) {
        this(manager, jdbc, BOOKS);
    }

    private PostgresTransactions(PlatformTransactionManager manager, JdbcTemplate jdbc, String lock) {
        this.manager = manager;
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /** Such as close a month: nobody books anything meanwhile. */
    public static PostgresTransactions closing(PlatformTransactionManager manager, JdbcTemplate jdbc) {
        return new PostgresTransactions(manager, jdbc, CLOSES);
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
        jdbc.queryForList(lock);
        jdbc.queryForObject("select pg_current_xact_id()::text", String.class);
    }

    /** A commit that failed has ended the transaction already. */
    private void rollback(TransactionStatus transaction) {
        if (!transaction.isCompleted()) manager.rollback(transaction);
    }
}
