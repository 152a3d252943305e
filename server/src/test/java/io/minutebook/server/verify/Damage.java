package io.minutebook.server.verify;

import io.minutebook.server.fixture.RealParts;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One row, event or balance spoilt in SQL, and how the finding must name it. */
enum Damage {
    BALANCE_OF_ONE_MINUTE_MORE(
            Invariant.I1,
            Sql.DRAWN_EVENT,
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{draws,0,balance,remaining}',
                to_jsonb((payload #>> '{draws,0,balance,remaining}')::bigint + 1))::json where position = %1$s"""),
    RECORD_BOOKED_TWICE(
            Invariant.I2,
            Sql.LISTED_RECORD,
            "record %s of ",
            """
            insert into ledger_event
            select nextval('ledger_position'), aggregate_id,
                   (select max(sequence) + 1 from ledger_event as stream where stream.aggregate_id = fact.aggregate_id),
                   event_type, event_version, (select max(recorded_at) from ledger_event), metadata, payload
            from ledger_event as fact where metadata ->> 'record' = '%1$s' and event_type = 'usage.usage-listed'"""),
    RECEIPT_LOST(
            Invariant.I2,
            "select identity from usage_receipt where superseded_by is null order by identity limit 1",
            "has no receipt %s",
            "delete from usage_receipt where identity = '%1$s'"),
    RECEIPT_FOR_NOTHING(
            Invariant.I2,
            "select gen_random_uuid()",
            "receipt %s belongs to no booked record",
            "insert into usage_receipt (identity, content, position_from) values ('%1$s', gen_random_uuid(), 1)"),
    CORRECTION_FORGOTTEN(
            Invariant.I2,
            Sql.REVERSED_EVENT,
            "event %s takes back",
            "update usage_receipt set superseded_by = null where identity = (select "
                    + Identities.of("payload #>> '{usage,record,id,source}'", "payload #>> '{usage,record,id,id}'")
                    + " from ledger_event where position = %1$s)"),
    DELIVERY_COUNTED_TWICE(
            Invariant.I2,
            Sql.PARTITION,
            "partition %s: ",
            """
            alter table ingest_offset drop constraint ingest_offset_loses_nothing;
            update ingest_offset set received = received + 1 where topic || '-' || partition = '%1$s'"""),
    ACCEPTED_ONE_MORE(
            Invariant.I2,
            Sql.PARTITION,
            "partition %s: counts",
            """
            update ingest_offset set accepted = accepted + 1, received = received + 1
            where topic || '-' || partition = '%1$s'"""),
    DEAD_LETTER_LOST(
            Invariant.I2,
            "select topic || '-' || partition from dead_letter order by id limit 1",
            "partition %s: counts",
            "delete from dead_letter where id = (select min(id) from dead_letter)"),
    OFFSET_TURNED_BACK(
            Invariant.I3,
            Sql.PARTITION,
            "partition %s: ",
            "update ingest_offset set next_offset = next_offset - 1 where topic || '-' || partition = '%1$s'"),
    DEAD_LETTER_BEYOND_THE_OFFSET(
            Invariant.I3,
            "select max(id) from dead_letter",
            "dead letter %s is from offset",
            "update dead_letter set record_offset = 999999 where id = %1$s"),
    OFFSET_ACCOUNTED_FOR_TWICE(
            Invariant.I3,
            "select max(id) from dead_letter",
            "dead letter %s",
            """
            update dead_letter set record_offset = (
                select record_offset from dead_letter as other
                where other.topic = dead_letter.topic and other.partition = dead_letter.partition
                    and other.id < dead_letter.id order by other.id limit 1)
            where id = %1$s"""),
    HOLE_IN_A_STREAM(
            Invariant.I4,
            """
            select aggregate_id from ledger_event where aggregate_id like 'packs-%'
            group by 1 having count(*) > 3 order by 1 limit 1""",
            "on %s) is number 3 of its stream, expected 2",
            "delete from ledger_event where aggregate_id = '%1$s' and sequence = 2"),
    TIME_GOING_BACK(
            Invariant.I4,
            Sql.DRAWN_EVENT,
            "event %s is recorded at",
            "update ledger_event set recorded_at = recorded_at - interval '400 days' where position = %1$s"),
    POSITION_THAT_WILL_COME_AGAIN(
            Invariant.I4,
            "select max(position) from ledger_event",
            "expected at least that of the last event, %s",
            "select setval('ledger_position', %1$s - 1)"),
    POSTING_OF_ONE_FEN_MORE(
            Invariant.I14,
            "select min(position) from journal_posting where kind = 'ORDER_PLACED'",
            "event %s ",
            "update journal_posting set amount_fen = amount_fen + 1 where position = %1$s and line = 1"),
    POSTINGS_LOST(
            Invariant.I14,
            "select min(position) from journal_posting where kind = 'FUNDS_CREDITED'",
            "event %s ",
            "delete from journal_posting where position = %1$s"),
    INCOME_OF_ONE_FEN_MORE(
            Invariant.I14,
            "select min(pack_id) from journal_usage",
            "%s: ",
            "update journal_usage set earned_fen = earned_fen + 1 where pack_id = '%1$s'"),
    ROW_EDITED(
            Invariant.I5,
            "select min(record_id) from usage_detail",
            "%s",
            "update usage_detail set service_number = '10086' where record_id = '%1$s'"),
    ROW_LOST(
            Invariant.I5,
            "select min(pack_id) from pack_view",
            "the live row is missing, expected (%s,",
            "delete from pack_view where pack_id = '%1$s'"),
    ROW_INVENTED(
            Invariant.I5,
            "select 1999999999",
            "the live row is (%s,",
            "insert into account_view (account_id, name, legal_entity_id) values ('%1$s', 'Nobody', 'E-0')"),
    DRAW_OF_ONE_MINUTE_MORE(
            Invariant.I6,
            Sql.DRAWN_EVENT,
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{draws,0,minutes}',
                to_jsonb((payload #>> '{draws,0,minutes}')::bigint + 1))::json where position = %1$s"""),
    MINUTE_BILLED_TOO_MUCH(
            Invariant.I6,
            Sql.DRAWN_EVENT,
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{usage,billed}',
                to_jsonb((payload #>> '{usage,billed}')::bigint + 1))::json where position = %1$s"""),
    MINUTES_FORGIVEN(
            Invariant.I6,
            "select min(position) from ledger_event where (payload ->> 'uncovered')::bigint > 0",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{uncovered}', '0')::json
            where position = %1$s"""),
    OTHER_MONTH(
            Invariant.I6,
            Sql.DRAWN_EVENT,
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{usage,month}', '"2024-12"')::json
            where position = %1$s"""),
    MINUTES_GIVEN_BACK_TWICE(
            Invariant.I6,
            Sql.REVERSED_EVENT,
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{returns,0,minutes}',
                to_jsonb((payload #>> '{returns,0,minutes}')::bigint * 2))::json where position = %1$s"""),
    ORDER_THAT_DOES_NOT_ADD_UP(
            Invariant.I7,
            "select min(position) from ledger_event where event_type = 'orders.order-placed'",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{payable}', '"1.00"')::json
            where position = %1$s"""),
    DISCOUNT_THAT_NOBODY_SET(
            Invariant.I7,
            Sql.DISCOUNTED_ORDER,
            "event %s ",
            """
            update ledger_event set payload = replace(payload::text, '"0.9333"', '"0.5"')::json where position = %1$s"""),
    FUNDS_FROM_NOWHERE(
            Invariant.I7,
            "select min(position) from ledger_event where event_type = 'account.order-paid'",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{funds,gift}', '"5.00"')::json
            where position = %1$s"""),
    REFUND_OF_ONE_FEN_MORE(
            Invariant.I7,
            "select min(position) from ledger_event where event_type = 'refunds.refund-granted'",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{decision,split,cash}',
                to_jsonb(((payload #>> '{decision,split,cash}')::numeric + 0.01)::text))::json
            where position = %1$s"""),
    REFUND_AT_ANOTHER_DISCOUNT(
            Invariant.I7,
            "select min(position) from ledger_event where event_type = 'refunds.refund-granted'",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{decision,discountNow}', '"9/10"')::json
            where position = %1$s"""),
    RETURNED_ONE_FEN_MORE(
            Invariant.I7,
            "select min(position) from ledger_event where event_type = 'account.funds-returned'",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{returned,cash}',
                to_jsonb(((payload #>> '{returned,cash}')::numeric + 0.01)::text))::json
            where position = %1$s"""),
    REFUND_OF_ONE_MINUTE_LESS(
            Invariant.I6,
            "select min(position) from ledger_event where event_type = 'packs.pack-refunded'",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{minutes}',
                to_jsonb((payload ->> 'minutes')::bigint - 1))::json
            where position = %1$s"""),
    ADJUSTMENT_OF_ONE_MINUTE_MORE(
            Invariant.I1,
            "select min(position) from ledger_event where event_type = 'packs.minutes-adjusted'",
            "event %s ",
            """
            update ledger_event set payload = jsonb_set(payload::jsonb, '{minutes}',
                to_jsonb((payload ->> 'minutes')::bigint + 1))::json
            where position = %1$s"""),
    DRAWS_THAT_DO_NOT_SUM(
            Invariant.I7,
            "select min(record_id) from usage_detail where pack_draws <> ''",
            "record %s of ",
            "update usage_detail set pack_draws = 'P000000000001:9999' where record_id = '%1$s'"),
    BILL_LINE_THAT_DOES_NOT_ADD_UP(
            Invariant.I7,
            "select min(resource_id) from bill_line",
            ", %s: amount",
            """
            alter table bill_line drop constraint bill_line_adds_up;
            update bill_line set amount_fen = amount_fen + 1 where resource_id = '%1$s'"""),
    DAY_OF_ONE_CALL_MORE(
            Invariant.I7,
            "select min(day) from usage_day where meter = 'LANDLINE_OUTBOUND' and records > 0",
            ", %s, LANDLINE_OUTBOUND: ",
            "update usage_day set records = records + 1 where day = '%1$s' and meter = 'LANDLINE_OUTBOUND'"),
    USAGE_LINE_OF_ONE_MINUTE_MORE(
            Invariant.I7,
            "select min(month) from bill_usage where pack_id <> ''",
            ", %s, ",
            "update bill_usage set minutes = minutes + 1 where month = '%1$s' and pack_id <> ''"),
    FLOATING_POINT(
            Invariant.I7,
            "select 'pack_view.ratio'",
            "column %s is",
            "alter table pack_view add column ratio double precision");

    private final Invariant invariant;
    private final String victim;
    private final String named;
    private final String spoil;

    Damage(Invariant invariant, String victim, String named, String spoil) {
        this.invariant = invariant;
        this.victim = victim;
        this.named = named;
        this.spoil = spoil;
    }

    Invariant invariant() {
        return invariant;
    }

    String naming(String victimName) {
        return named.formatted(victimName);
    }

    /** Only a superuser can; gives the name of what was spoilt. */
    String inflictOn(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(RealParts.asSuperuser(url));
                var statement = connection.createStatement()) {
            var found = statement.executeQuery(victim);
            found.next();
            var name = found.getString(1);
            statement.execute("alter table ledger_event disable trigger user");
            statement.execute(spoil.formatted(name));
            return name;
        }
    }

    private static final class Sql {
        static final String DRAWN_EVENT =
                """
                select min(position) from ledger_event where event_type = 'packs.minutes-drawn'
                    and json_array_length(payload -> 'draws') > 0""";
        static final String DISCOUNTED_ORDER =
                """
                select min(position) from ledger_event where event_type = 'orders.order-placed'
                    and payload::text like '%discountedBy%'""";
        static final String REVERSED_EVENT =
                """
                select min(position) from ledger_event where event_type = 'packs.draw-reversed'
                    and json_array_length(payload -> 'returns') > 0""";
        static final String LISTED_RECORD =
                """
                select metadata ->> 'record' from ledger_event where event_type = 'usage.usage-listed'
                order by position limit 1""";
        static final String PARTITION =
                "select topic || '-' || partition from ingest_offset where received > 0 order by partition limit 1";
    }
}
