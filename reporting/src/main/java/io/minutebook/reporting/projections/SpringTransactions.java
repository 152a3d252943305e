package io.minutebook.reporting.projections;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Axon's transactions, made by Spring's transaction manager. */
record SpringTransactions(PlatformTransactionManager manager) implements TransactionManager {

    @Override
    public Transaction startTransaction() {
        return new Running(manager, manager.getTransaction(new DefaultTransactionDefinition()));
    }

    private record Running(PlatformTransactionManager manager, TransactionStatus status) implements Transaction {

        @Override
        public void commit() {
            if (!status.isCompleted()) manager.commit(status);
        }

        @Override
        public void rollback() {
            if (!status.isCompleted()) manager.rollback(status);
        }
    }
}
