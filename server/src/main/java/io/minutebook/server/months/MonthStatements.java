package io.minutebook.server.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.months.BeginMonths;
import io.minutebook.billing.months.CloseMonth;
import io.minutebook.billing.months.FinaliseMonth;
import io.minutebook.billing.months.MonthFigures;
import io.minutebook.server.idempotency.LostRaces;
import io.minutebook.server.store.PostgresTransactions;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Has the ledger state what becomes of its months; stating it again is harmless. */
@Component
class MonthStatements {

    static final String AUTOMATIC = "system:close";

    private final LedgerTransactions booking;
    private final LedgerTransactions closing;
    private final CommandGateway commands;
    private final LostRaces races;

    MonthStatements(
            LedgerTransactions booking,
            PlatformTransactionManager manager,
            JdbcTemplate jdbc,
            CommandGateway commands,
            LostRaces races) {
        this.booking = booking;
        this.closing = PostgresTransactions.closing(manager, jdbc);
        this.commands = commands;
        this.races = races;
    }

    void begun(BillingMonth first, Instant at) {
        state(booking, AUTOMATIC, new BeginMonths(first, at));
    }

    /** Nobody books anything meanwhile. */
    void closed(BillingMonth month, BegunClose close, long openDeadLetters) {
        state(closing, close.askedBy(), new CloseMonth(month, close.dueAt(), openDeadLetters));
    }

    void finalised(BillingMonth month, long boundary, MonthFigures figures, String sha256) {
        state(booking, AUTOMATIC, new FinaliseMonth(month, boundary, figures, sha256));
    }

    private void state(LedgerTransactions transactions, String actor, Object command) {
        var _ = races.retry(() -> transactions.inOne(Map.of(Provenance.ACTOR, actor), () -> {
            commands.sendAndWait(command);
            return true;
        }));
    }
}
