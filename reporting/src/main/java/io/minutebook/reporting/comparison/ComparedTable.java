package io.minutebook.reporting.comparison;

import io.minutebook.reporting.projections.Projection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of a read model whose rows each belong to one account.
 *
 * @param condition of an account's rows, with one parameter and the table's schema to be filled in
 * @param mayLackRows whether the live one may be emptied at any time
 */
record ComparedTable(Projection projection, String name, String condition, boolean mayLackRows) {

    /** They belong to no account. */
    private static final Set<String> COMMON = Set.of("bill_open_month", "usage_source");

    private static final String OF_ACCOUNT = "account_id = ?";

    private static final String OF_POOLS = "starts_with(stream, 'packs-' || ? || '-')";

    private static final Map<String, String> OTHERWISE = Map.of(
            "order_line_view", "order_id in (select order_id from %s.order_view where account_id = ?)",
            "pack_checkpoint", OF_POOLS,
            "bill_checkpoint", OF_POOLS);

    static List<ComparedTable> of(Projection projection) {
        return projection.tables().stream()
                .filter(table -> !COMMON.contains(table))
                .map(table -> new ComparedTable(
                        projection, table, OTHERWISE.getOrDefault(table, OF_ACCOUNT), table.endsWith("_checkpoint")))
                .toList();
    }

    /** Its rows of an account in the order of their keys, the key in the first column. */
    String rowsIn(String schema, String key) {
        return """
                select row(%1$s)::text collate "C" as row_key, each_row.* from %2$s.%3$s as each_row
                where %4$s order by row_key"""
                .formatted(key, schema, name, condition.formatted(schema));
    }
}
