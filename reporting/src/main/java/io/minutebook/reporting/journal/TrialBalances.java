package io.minutebook.reporting.journal;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.ledger.Entry;
import io.minutebook.billing.ledger.LedgerAccount;
import io.minutebook.billing.ledger.RunningTerm;
import io.minutebook.reporting.database.Times;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about balances: sums of the very postings that are listed, and before the month of all earlier ones. */
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

    private static final String TERMS =
            "select * from journal_term where starts < ? and (?::text is null or account_id = ?)";

    private static final String VOUCHERS =
            """
            select * from journal_voucher
            where lapses_at < ? and lapses_at <= ? and (?::text is null or account_id = ?)""";

    private final JdbcTemplate jdbc;

    public TrialBalances(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public TrialBalance of(JournalQuery query) {
        var sums = new Sums(query.month());
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
                    sum.opening = sum.opening.plus(JournalRows.money(row, "opening"));
                    sum.debit = sum.debit.plus(JournalRows.money(row, "debit"));
                    sum.credit = sum.credit.plus(JournalRows.money(row, "credit"));
                },
                month, month, month, month, account, account);
    }

    private void addDays(JournalQuery query, Sums sums) {
        var end = query.month().next().start();
        var account = accountOf(query);
        jdbc.query(
                TERMS,
                row -> {
                    addDays(JournalRows.term(row), query, sums);
                },
                Times.parameter(end), account, account);
    }

    private static void addDays(RunningTerm term, JournalQuery query, Sums sums) {
        var start = query.month().start();
        var before = term.earnedBy(query.now().isBefore(start) ? query.now() : start);
        sums.open(LedgerAccount.DEFERRED_TERMS, before);
        sums.open(LedgerAccount.INCOME_TERMS, Money.ZERO.minus(before));
        sums.post(term.daysElapsed(query.month(), query.now()));
    }

    private void addLapses(JournalQuery query, Sums sums) {
        var account = accountOf(query);
        jdbc.query(
                VOUCHERS,
                row -> {
                    sums.post(JournalRows.voucher(row).lapsed(query.now()));
                },
                Times.parameter(query.month().next().start()), Times.parameter(query.now()), account, account);
    }

    private static @Nullable String accountOf(JournalQuery query) {
        return query.accountId() == null ? null : query.accountId().value();
    }

    /** What is summed up for one ledger account. */
    private static final class Sum {
        private Money opening = Money.ZERO;
        private Money debit = Money.ZERO;
        private Money credit = Money.ZERO;
    }

    private static final class Sums {
        private final BillingMonth month;
        private final Map<LedgerAccount, Sum> all = new EnumMap<>(LedgerAccount.class);

        Sums(BillingMonth month) {
            this.month = month;
        }

        Sum of(LedgerAccount account) {
            return all.computeIfAbsent(account, _ -> new Sum());
        }

        void open(LedgerAccount account, Money amount) {
            var sum = of(account);
            sum.opening = sum.opening.plus(amount);
        }

        /** What was posted in an earlier month is part of the opening balance. */
        void post(Optional<Entry> entry) {
            entry.ifPresent(found -> found.postings().forEach(posting -> {
                var sum = of(posting.account());
                var amount = posting.amount();
                if (!found.month().equals(month)) sum.opening = sum.opening.plus(amount);
                else if (amount.isPositive()) sum.debit = sum.debit.plus(amount);
                else sum.credit = sum.credit.minus(amount);
            }));
        }

        List<TrialBalance.Balance> balances() {
            var balances = new ArrayList<TrialBalance.Balance>();
            all.forEach((account, sum) -> {
                var closing = sum.opening.plus(sum.debit).minus(sum.credit);
                var balance = new TrialBalance.Balance(
                        account.title(), sum.opening, sum.debit, sum.credit, closing);
                boolean isUsed = !sum.opening.isZero() || !sum.debit.isZero() || !sum.credit.isZero();
                if (isUsed) balances.add(balance);
            });
            return balances;
        }
    }
}
