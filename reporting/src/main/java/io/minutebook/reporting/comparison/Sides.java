package io.minutebook.reporting.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A live table and what events say of it, side by side, both in the order of their keys. */
record Sides(ComparedTable table, long position, ResultSet live, ResultSet replayed) {

    void compare(Differing differing) throws SQLException {
        var ours = KeyedRow.next(live);
        var theirs = KeyedRow.next(replayed);
        while (ours != null || theirs != null) {
            if (theirs == null || (ours != null && ours.compareTo(theirs) < 0)) {
                if (ours != null) differing.lacksReplayed(position, table.name(), ours);
                ours = KeyedRow.next(live);
            } else if (ours == null || ours.compareTo(theirs) > 0) {
                if (!table.mayLackRows()) differing.lacksLive(position, table.name(), theirs);
                theirs = KeyedRow.next(replayed);
            } else {
                differing.differ(position, table.name(), ours, theirs);
                ours = KeyedRow.next(live);
                theirs = KeyedRow.next(replayed);
            }
        }
    }
}
