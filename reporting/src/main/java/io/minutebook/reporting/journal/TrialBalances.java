package io.minutebook.reporting.journal;

import io.minutebook.billing.Money;
import io.minutebook.billing.ledger.Entry;
import io.minutebook.billing.ledger.LedgerAccount;
import io.minutebook.billing.ledger.RunningTerm;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions about balances: sums of the very postings that are listed, and before the month of all earlier ones; all of
 * them as they stand at one instant.
 */
public final class TrialBalances {

    private static final String POSTED =
            """
            select ledger_account,
                   coalesce(sum(amount_fen) filter (where month < ?), 0) as opening,
                   coalesce(sum(amount_fen) filter (where month = ? and amount_fen > 0), 0) as debit,
                   coalesce(-sum(amount_fen) filter (where month = ? and amount_fen < 0), 0) as credit
            from (
                select month, account_id, ledger_account, amount_fen from journal_posting
                union all
                select month, account_id, 'liabilities:deferred:packs', earned_fen + broken_fen from journal_usage
                union all
                select month, account_id, income_account, -earned_fen from journal_usage
                union all
                select month, account_id, 'income:breakage', -broken_fen from journal_usage
            ) as posting
            where month <= ? and (?::text is null or account_id = ?)
            group by ledger_account""";

    /** Terms that ran their course are income in full. */
    private static final String TERMS_OVER =
            """
            select coalesce(sum(paid_fen), 0) from journal_term
            where ends <= ? and ended_at is null and (?::text is null or account_id = ?)""";

    private static final String OTHER_TERMS =
            """
            select * from journal_term
            where starts < ? and (ends > ? or ended_at is not null) and (?::text is null or account_id = ?)
                and (account_id, resource_id, order_id) > (?, ?, ?)
            order by account_id, resource_id, order_id limit ?""";

    private static final String VOUCHERS =
            """
            select lapses_at < ? as is_before, sum(left_fen) as left_fen from journal_voucher
            where lapses_at < ? and lapses_at <= ? and (?::text is null or account_id = ?)
            group by is_before""";

    private static final int ROWS_IN_MEMORY = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    public TrialBalances(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public TrialBalance of(JournalQuery query) {
        return Objects.requireNonNull(snapshot.execute(_ -> summedUp(query)));
    }

    private TrialBalance summedUp(JournalQuery query) {
        var sums = new Sums();
        addPosted(query, sums);
        addDays(query, sums);
        addLapses(query, sums);
        return TrialBalance.of(query.month(), sums.balances());
    }

    private void addPosted(JournalQuery query, Sums sums) {
        var month = query.month().toString();
        var account = accountOf(query);
        jdbc.query(
                POSTED,
                row -> {
                    var sum = sums.of(LedgerAccount.titled(row.getString("ledger_account")));
                    sum.open(JournalRows.money(row, "opening"));
                    sum.debit(JournalRows.money(row, "debit"));
                    sum.credit(JournalRows.money(row, "credit"));
                },
                month, month, month, month, account, account);
    }

    private void addDays(JournalQuery query, Sums sums) {
        var account = accountOf(query);
        var over = jdbc.queryForObject(TERMS_OVER, Long.class, Times.parameter(before(query)), account, account);
        open(new Money(Objects.requireNonNull(over)), sums);
        PagedRows.<RunningTerm>of(last -> otherTerms(query, last), ROWS_IN_MEMORY)
                .forEachOrdered(term -> addDays(term, query, sums));
    }

    private List<RunningTerm> otherTerms(JournalQuery query, @Nullable RunningTerm last) {
        var account = accountOf(query);
        return jdbc.query(
                OTHER_TERMS,
                (row, _) -> JournalRows.term(row),
                Times.parameter(query.month().next().start()),
                Times.parameter(before(query)),
                account,
                account,
                last == null ? "" : last.accountId().value(),
                last == null ? "" : last.resourceId().value(),
                last == null ? "" : last.orderId().value(),
                ROWS_IN_MEMORY);
    }

    private static void addDays(RunningTerm term, JournalQuery query, Sums sums) {
        open(term.earnedBy(before(query)), sums);
        term.daysElapsed(query.month(), query.now()).ifPresent(sums::post);
    }

    private static void open(Money earned, Sums sums) {
        sums.open(LedgerAccount.DEFERRED_TERMS, earned);
        sums.open(LedgerAccount.INCOME_TERMS, Money.ZERO.minus(earned));
    }

    /** Up to when the opening balance counts: the month's begin, or now where that is earlier. */
    private static Instant before(JournalQuery query) {
        var start = query.month().start();
        return query.now().isBefore(start) ? query.now() : start;
    }

    private void addLapses(JournalQuery query, Sums sums) {
        var account = accountOf(query);
        jdbc.query(
                VOUCHERS,
                row -> {
                    var left = JournalRows.money(row, "left_fen");
                    if (row.getBoolean("is_before")) {
                        sums.open(LedgerAccount.VOUCHERS, left);
                        sums.open(LedgerAccount.PROMOTIONS_VOUCHERS, Money.ZERO.minus(left));
                    } else {
                        sums.of(LedgerAccount.VOUCHERS).debit(left);
                        sums.of(LedgerAccount.PROMOTIONS_VOUCHERS).credit(left);
                    }
                },
                Times.parameter(query.month().start()),
                Times.parameter(query.month().next().start()),
                Times.parameter(query.now()),
                account,
                account);
    }

    private static @Nullable String accountOf(JournalQuery query) {
        return query.accountId() == null ? null : query.accountId().value();
    }

    /** What is summed up for one ledger account. */
    private static final class Sum {
        private Money opening = Money.ZERO;
        private Money debit = Money.ZERO;
        private Money credit = Money.ZERO;

        void open(Money amount) {
            opening = opening.plus(amount);
        }

        void debit(Money amount) {
            debit = debit.plus(amount);
        }

        void credit(Money amount) {
            credit = credit.plus(amount);
        }

        boolean isUsed() {
            return !opening.isZero() || !debit.isZero() || !credit.isZero();
        }

        TrialBalance.Balance balanceOf(LedgerAccount account) {
            return new TrialBalance.Balance(
                    account.title(), opening, debit, credit, opening.plus(debit).minus(credit));
        }
    }

    private static final class Sums {
        private final Map<LedgerAccount, Sum> all = new EnumMap<>(LedgerAccount.class);

        Sum of(LedgerAccount account) {
            return all.computeIfAbsent(account, _ -> new Sum());
        }

        void open(LedgerAccount account, Money amount) {
            of(account).open(amount);
        }

        void post(Entry entry) {
            for (var posting : entry.postings()) {
                var sum = of(posting.account());
                if (posting.amount().isPositive()) sum.debit(posting.amount());
                else sum.credit(Money.ZERO.minus(posting.amount()));
            }
        }

        List<TrialBalance.Balance> balances() {
            var balances = new ArrayList<TrialBalance.Balance>();
            all.forEach((account, sum) -> {
                if (sum.isUsed()) balances.add(sum.balanceOf(account));
            });
            return balances;
        }
    }
}
