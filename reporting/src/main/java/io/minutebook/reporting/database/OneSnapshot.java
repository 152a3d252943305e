package io.minutebook.reporting.database;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Has questions that follow from each other answered from one snapshot of the database. */
public final class OneSnapshot {

    private final TransactionTemplate transactions;

    public OneSnapshot(DataSource dataSource) {
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transactions.setReadOnly(true);
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** All that is asked of the data source meanwhile, by this thread. */
    public <T> T ask(Supplier<T> questions) {
        var answer = transactions.execute(_ -> questions.get());
        if (answer == null) throw new IllegalStateException("there is no answer");
        return answer;
    }
}
