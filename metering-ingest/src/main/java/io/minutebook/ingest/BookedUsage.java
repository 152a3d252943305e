package io.minutebook.ingest;

import io.minutebook.billing.Stored;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageListed;
import java.util.Objects;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's own word for how a record was booked: the event that names it. */
final class BookedUsage {

    private static final String DRAWN = nameOf(MinutesDrawn.class);
    private static final String LISTED = nameOf(UsageListed.class);

    private final JdbcClient jdbc;
    private final Serializer serializer;

    BookedUsage(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    private static String nameOf(Class<?> event) {
        return event.getAnnotation(Stored.class).name();
    }

    /** Reads on from the position the receipt states: the event lies there or a batch or two later. */
    Object eventOf(RecordId id, Receipt receipt) {
        return jdbc.sql(
                        """
                        select payload, event_type, event_version from ledger_event
                        where position >= ? and event_type in (?, ?)
                            and metadata ->> 'record' = ? and metadata ->> 'source' = ?
                        order by position limit 1""")
                .params(receipt.positionFrom(), DRAWN, LISTED, id.id(), id.source())
                .query((row, _) -> read(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private Object read(String payload, String type, String version) {
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(payload, String.class, type, version));
        return Objects.requireNonNull(event);
    }

    static MeteredUsage usageIn(Object event) {
        return switch (event) {
            case MinutesDrawn drawn -> drawn.usage();
            case UsageListed listed -> listed.usage();
            default -> throw new IllegalArgumentException("no record is booked by " + event.getClass());
        };
    }
}
