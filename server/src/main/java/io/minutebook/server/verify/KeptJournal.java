package io.minutebook.server.verify;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal as its tables hold it, read along with the events. */
final class KeptJournal implements AutoCloseable {

    private static final String PLACE = "select coalesce(max(position), 0) from projection_position where name = 'journal'";

    private static final String POSTED =
            """
            select position, month || ' ' || account_id || ' ' || ledger_account, sum(amount_fen)
            from journal_posting group by position, month, account_id, ledger_account order by position""";

    private static final String USAGE =
            """
            select month || ' ' || account_id || ' ' || pack_id,
                   earned_fen || ' fen earned, ' || broken_fen || ' broken' from journal_usage""";

    private static final String TERMS =
            """
            select account_id || ' ' || resource_id || ' ' || order_id,
                   format('%s fen in [%s, %s), ended %s', paid_fen, (extract(epoch from starts) * 1000)::bigint,
                          (extract(epoch from ends) * 1000)::bigint,
                          coalesce(((extract(epoch from ended_at) * 1000)::bigint)::text, 'null'))
            from journal_term""";

    private static final String VOUCHERS =
            """
            select account_id || ' ' || voucher_id || ' '
                       || coalesce(((extract(epoch from lapses_at) * 1000)::bigint)::text, 'never'),
                   left_fen::text
            from journal_voucher""";

    private static final String DEFERRED =
            """
            select account_id, format('%s fen as packs, %s as terms', sum(packs), sum(terms))
            from (
                select account_id, case when ledger_account = 'liabilities:deferred:packs' then -amount_fen else 0 end
                           as packs,
                       case when ledger_account = 'liabilities:deferred:terms' then -amount_fen else 0 end as terms
                from journal_posting
                where ledger_account in ('liabilities:deferred:packs', 'liabilities:deferred:terms')
                union all
                select account_id, -earned_fen - broken_fen, 0 from journal_usage
            ) as deferred group by account_id""";

    private final LedgerSnapshot ledger;
    private final long position;
    private final Stream<Row> rows;
    private final Iterator<Row> stored;
    private @Nullable Row next;

    private record Row(long position, String subject, long fen) {}

    KeptJournal(LedgerSnapshot ledger) {
        this.ledger = ledger;
        this.position = ledger.count(PLACE);
        this.rows = ledger.jdbc()
                .queryForStream(POSTED, (row, _) -> new Row(row.getLong(1), row.getString(2), row.getLong(3)));
        this.stored = rows.iterator();
        advance();
    }

    private void advance() {
        next = stored.hasNext() ? stored.next() : null;
    }

    /** The event that it has come to. */
    long position() {
        return position;
    }

    /** The postings of an event sum to zero and are those expected; draws have none of their own. */
    void compare(Fact fact, Map<String, Long> expected, Findings findings) {
        while (next != null && next.position() < fact.position()) stray(next, findings);
        var posted = new TreeMap<String, Long>();
        long sum = 0;
        while (next != null && next.position() == fact.position()) {
            posted.put(next.subject(), next.fen());
            sum += next.fen();
            advance();
        }
        if (sum != 0) findings.add(Invariant.I14, "%s: its postings sum to %d fen".formatted(fact, sum));
        if (!posted.equals(expected)) {
            findings.add(Invariant.I14, "%s: posted %s, expected %s".formatted(fact, posted, expected));
        }
    }

    private void stray(Row row, Findings findings) {
        findings.add(Invariant.I14, "journal_posting: %s at position %d, where there is no event"
                .formatted(row.subject(), row.position()));
        advance();
    }

    /** After the last event. */
    void end(Findings findings) {
        while (next != null) stray(next, findings);
    }

    void compareUsage(Map<String, String> expected, Findings findings) {
        compare("journal_usage", USAGE, expected, findings);
    }

    void compareTerms(Map<String, String> expected, Findings findings) {
        compare("journal_term", TERMS, expected, findings);
    }

    void compareVouchers(Map<String, String> expected, Findings findings) {
        compare("journal_voucher", VOUCHERS, expected, findings);
    }

    /** By account, before the days of its terms are counted. */
    void compareDeferred(Map<String, String> owed, Findings findings) {
        compare("deferred revenue of account", DEFERRED, owed, findings);
    }

    private void compare(String what, String sql, Map<String, String> expected, Findings findings) {
        var found = new TreeMap<String, String>();
        ledger.each(sql, row -> {
            found.put(row.getString(1), row.getString(2));
        });
        var subjects = new TreeSet<>(found.keySet());
        subjects.addAll(expected.keySet());
        for (var subject : subjects) {
            var is = found.getOrDefault(subject, "nothing");
            var should = expected.getOrDefault(subject, "nothing");
            if (is.equals(should)) continue;
            findings.add(Invariant.I14, "%s %s: %s, expected %s".formatted(what, subject, is, should));
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
