package io.minutebook.server.faults;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a ledger came to, as far as it must be the same whatever happens to it: all but the customer whose orders race.
 *
 * @param deliveries received, accepted, duplicates, conflicts, dead letters
 * @param deadLetters by reason and state
 * @param billed calls and minutes by account, month of the calls and meter: months are closed meanwhile, here and not there
 * @param draws granted and drawn minutes of each pack bought beforehand, account by account in the order of purchase
 */
record Figures(List<String> deliveries, List<String> deadLetters, List<String> billed, List<String> draws) {

    static Figures of(String url) {
        var jdbc = new JdbcTemplate(new DriverManagerDataSource(url));
        var racing = RacingCustomer.ACCOUNT;
        return new Figures(
                jdbc.queryForList(
                        """
                        select concat_ws(' ', sum(received) - racing, sum(accepted) - racing, sum(duplicates),
                                         sum(conflicts), sum(dead_lettered))
                        from ingest_offset, (select count(*) as racing from usage_detail where account_id = ?)
                        group by racing""",
                        String.class, racing),
                jdbc.queryForList(
                        """
                        select concat_ws(' ', reason, state, count(*)) from dead_letter
                        group by reason, state order by reason, state""",
                        String.class),
                jdbc.queryForList(
                        """
                        select concat_ws(' ', account_id, month, meter, sum(case when taken_back then -1 else 1 end),
                                         sum(billed_minutes))
                        from (select *, coalesce(late_from_month, billing_month) as month from usage_detail) as usage
                        where account_id <> ?
                        group by account_id, month, meter order by account_id, month, meter""",
                        String.class, racing),
                jdbc.queryForList(
                        """
                        select concat_ws(' ', account_id, product, granted, drawn) from pack_view
                        where account_id <> ? order by account_id, pack_id""",
                        String.class, racing));
    }
}
