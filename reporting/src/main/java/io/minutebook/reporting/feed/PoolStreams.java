package io.minutebook.reporting.feed;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Meter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The streams of the pools an account may have: one for each meter of minutes, and one for each application of which
 * the read models show grants or usage of bot messages.
 */
public final class PoolStreams {

    private static final String APPLICATIONS =
            """
            select application_id from pack_view where account_id = ? and application_id is not null
            union
            select application_id from usage_day where account_id = ? and meter = 'BOT_MESSAGES'
            order by application_id""";

    private final JdbcTemplate jdbc;

    public PoolStreams(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public List<String> of(AccountId accountId) {
        return Stream.concat(ofMinutes(accountId), ofMessages(accountId)).map(PoolId::stream).toList();
    }

    private static Stream<PoolId> ofMinutes(AccountId accountId) {
        return Arrays.stream(Meter.values())
                .filter(Meter::drawsMinutes)
                .map(meter -> PoolId.ofMinutes(accountId, meter));
    }

    private Stream<PoolId> ofMessages(AccountId accountId) {
        var account = accountId.value();
        return jdbc.queryForList(APPLICATIONS, Long.class, account, account).stream()
                .map(application -> PoolId.ofMessages(accountId, application));
    }
}
