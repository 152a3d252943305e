package io.minutebook.reporting.journal;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.ledger.Entry;
import io.minutebook.billing.ledger.LedgerAccount;
import io.minutebook.billing.ledger.Posting;
import io.minutebook.reporting.database.Columns;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a run of draws and corrections adds to the income and the breakage of each pack and month. */
final class UsageSums {

    private static final String ADD =
            """
            insert into journal_usage (month, account_id, pack_id, income_account, earned_fen, broken_fen)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (month, account_id, pack_id) do update
            set earned_fen = journal_usage.earned_fen + excluded.earned_fen,
                broken_fen = journal_usage.broken_fen + excluded.broken_fen""";

    private final Map<Key, Sum> sums = new HashMap<>();

    private record Key(BillingMonth month, AccountId accountId, String packId) {}

    /** The income of a pack is of one account: a pack is of minutes or of messages. */
    private static final class Sum {
        private LedgerAccount income = LedgerAccount.INCOME_MINUTES;
        private long earnedFen;
        private long brokenFen;
    }

    void add(Entry entry) {
        for (var posting : entry.postings()) add(entry, posting);
    }

    private void add(Entry entry, Posting posting) {
        var pack = Objects.requireNonNull(posting.resourceId());
        var sum = sums.computeIfAbsent(new Key(entry.month(), entry.accountId(), pack), _ -> new Sum());
        switch (posting.account()) {
            case DEFERRED_PACKS -> {} // the other side of the two
            case INCOME_BREAKAGE -> sum.brokenFen -= posting.amount().fen();
            default -> {
                sum.income = posting.account();
                sum.earnedFen -= posting.amount().fen();
            }
        }
    }

    void write(JdbcTemplate jdbc) {
        var columns = new Columns("text", "text", "text", "text", "bigint", "bigint");
        sums.forEach((key, sum) -> columns.row(
                key.month(), key.accountId(), key.packId(), sum.income.title(), sum.earnedFen, sum.brokenFen));
        columns.write(jdbc, ADD);
    }
}
