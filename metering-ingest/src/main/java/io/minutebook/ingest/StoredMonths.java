package io.minutebook.ingest;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Stored;
import io.minutebook.billing.months.MonthClosed;
import io.minutebook.billing.months.MonthsAggregate;
import io.minutebook.billing.months.MonthsBegun;
import io.minutebook.billing.usage.OpenMonth;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which months are closed, by the ledger's own word. What is read in a transaction of the ledger holds until it ends:
 * whoever closes a month waits for all that have begun.
 */
final class StoredMonths {

    private static final String BEGUN = MonthsBegun.class.getAnnotation(Stored.class).name();
    private static final String CLOSED = MonthClosed.class.getAnnotation(Stored.class).name();

    private final JdbcClient jdbc;

    StoredMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OpenMonth open() {
        return jdbc.sql(
                        """
                        select event_type = ?, payload ->> 'month' from ledger_event
                        where aggregate_id = ? and event_type in (?, ?)
                        order by sequence desc limit 1""")
                .params(CLOSED, MonthsAggregate.STREAM, BEGUN, CLOSED)
                .query((row, _) -> after(row.getBoolean(1), BillingMonth.parse(row.getString(2))))
                .optional()
                .orElse(OpenMonth.NOTHING_CLOSED);
    }

    private static OpenMonth after(boolean isClosed, BillingMonth month) {
        return new OpenMonth(isClosed ? month.next() : month);
    }
}
