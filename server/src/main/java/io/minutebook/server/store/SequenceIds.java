package io.minutebook.server.store;

import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.orders.ResourceIds;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ids from one database sequence: a letter and twelve digits, so that the order of texts is the order of creation. */
public final class SequenceIds implements ResourceIds {

    private final JdbcTemplate jdbc;

    public SequenceIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OrderId nextOrder() {
        return new OrderId("O" + padded(next(1).getFirst()));
    }

    @Override
    public List<PackId> nextPacks(int count) {
        return next(count).stream().map(number -> new PackId("P" + padded(number))).toList();
    }

    @Override
    public List<ResourceId> nextResources(int count) {
        return next(count).stream().map(number -> new ResourceId("R" + padded(number))).toList();
    }

    @Override
    public RefundId nextRefund() {
        return new RefundId("F" + padded(next(1).getFirst()));
    }

    private List<Long> next(int count) {
        return jdbc
                .queryForList("select nextval('ledger_id') from generate_series(1, ?)", Long.class, count)
                .stream()
                .sorted()
                .toList();
    }

    private static String padded(long number) {
        var digits = Long.toString(number);
        return "0".repeat(Math.max(0, 12 - digits.length())) + digits;
    }
}
