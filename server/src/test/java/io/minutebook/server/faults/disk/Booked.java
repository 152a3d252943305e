package io.minutebook.server.faults.disk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a ledger's database holds.
 *
 * @param wires references of the money paid in, as often as they are there
 * @param calls ids of the calls booked, as often as they are there
 * @param offsets how far each partition is booked
 */
record Booked(List<String> wires, List<String> calls, Map<Integer, Long> offsets) {

    static Booked in(String url) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(url));
        return new Booked(
                jdbc.sql("select payload ->> 'reference' from ledger_event where event_type = 'account.funds-credited'"
                                + " and payload ->> 'reference' like 'wire-%'")
                        .query((row, _) -> row.getString(1))
                        .list(),
                jdbc.sql("select metadata ->> 'record' from ledger_event where event_type = 'packs.minutes-drawn'")
                        .query((row, _) -> row.getString(1))
                        .list(),
                jdbc.sql("select partition, next_offset from ingest_offset")
                        .query((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
