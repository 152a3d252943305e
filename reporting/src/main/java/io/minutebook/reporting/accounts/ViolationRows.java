package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.reporting.database.Columns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of violations, with the last word on each. */
final class ViolationRows {

    private static final String FOUND =
            """
            insert into violation_view (account_id, violation_id, rule, finding, found_by, found_at)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (account_id, violation_id) do nothing""";
    private static final String APPEALED =
            """
            update violation_view set outcome = appeal.outcome, reason = appeal.reason, decided_by = appeal.by,
                                      decided_at = appeal.at
            from unnest(?, ?, ?, ?, ?, ?) as appeal (account_id, violation_id, outcome, reason, by, at)
            where violation_view.account_id = appeal.account_id
                and violation_view.violation_id = appeal.violation_id""";

    private final Columns found = new Columns("text", "text", "text", "text", "text", "timestamptz");
    private final Map<Key, ViolationAppealed> appealed = new LinkedHashMap<>();

    private record Key(AccountId accountId, CaseNumber violationId) {}

    void add(AccountEvent event) {
        if (event instanceof ViolationFound now) {
            found.row(
                    now.accountId(), now.violationId(), now.rule(), now.finding(), now.foundBy(), now.foundAt());
        }
        if (event instanceof ViolationAppealed now) appealed.put(new Key(now.accountId(), now.violationId()), now);
    }

    void write(JdbcTemplate jdbc) {
        found.write(jdbc, FOUND);
        var appeals = new Columns("text", "text", "text", "text", "text", "timestamptz");
        appealed.forEach((key, appeal) -> appeals.row(
                key.accountId(), key.violationId(), appeal.outcome(), appeal.reason(), appeal.decidedBy(),
                appeal.decidedAt()));
        appeals.write(jdbc, APPEALED);
    }
}
