package io.minutebook.server.verify;

import java.util.List;

/** Whether rows of the read models add up, and no column anywhere is a binary floating point number. */
final class Sums {

    private static final Question USAGE = new Question(
            Invariant.I7,
            """
            select format('usage_detail, record %s of %s: %s billed, %s drawn (%s), %s uncovered do not add up',
                          record_id, source, billed_minutes, drawn_minutes, pack_draws, uncovered_minutes)
            from usage_detail
            where billed_minutes <> drawn_minutes + uncovered_minutes
                or drawn_minutes <> (select coalesce(sum(split_part(draw, ':', 2)::bigint), 0)
                                     from unnest(string_to_array(nullif(pack_draws, ''), ';')) as draw)""");

    private static final Question DAYS = new Question(
            Invariant.I7,
            """
            select format('usage_day of account %s, %s, %s: %s records, %s minutes billed, %s drawn, %s uncovered,'
                          || ' expected those of its rows, %s, %s, %s and %s', account_id, day, meter,
                          coalesce(day_sums.records, 0), coalesce(day_sums.billed, 0), coalesce(day_sums.drawn, 0),
                          coalesce(day_sums.uncovered, 0), coalesce(listed.records, 0), coalesce(listed.billed, 0),
                          coalesce(listed.drawn, 0), coalesce(listed.uncovered, 0))
            from (
                select account_id, day, meter, sum(records) as records, sum(billed_minutes) as billed,
                       sum(drawn_minutes) as drawn, sum(uncovered_minutes) as uncovered
                from usage_day group by 1, 2, 3
            ) as day_sums full join (
                select account_id, (ended_at at time zone 'Asia/Shanghai')::date as day, meter,
                       sum(case when taken_back then -1 else 1 end) as records,
                       sum(billed_minutes) as billed, sum(drawn_minutes) as drawn, sum(uncovered_minutes) as uncovered
                from usage_detail group by 1, 2, 3
            ) as listed using (account_id, day, meter)
            where (coalesce(day_sums.records, 0), coalesce(day_sums.billed, 0), coalesce(day_sums.drawn, 0),
                   coalesce(day_sums.uncovered, 0))
                <> (coalesce(listed.records, 0), coalesce(listed.billed, 0), coalesce(listed.drawn, 0),
                    coalesce(listed.uncovered, 0))""");

    /** Two read models, which can only be compared where both have come to the same event. */
    private static final Question USAGE_LINES = new Question(
            Invariant.I7,
            """
            select format('bill_usage of account %s, %s, %s: %s minutes drawn, %s uncovered, expected those of its'
                          || ' usage rows, %s and %s', account_id, month, meter, coalesce(line.drawn, 0),
                          coalesce(line.uncovered, 0), coalesce(listed.drawn, 0), coalesce(listed.uncovered, 0))
            from (
                select account_id, month, meter, sum(minutes) filter (where pack_id <> '') as drawn,
                       sum(minutes) filter (where pack_id = '') as uncovered
                from bill_usage group by 1, 2, 3
            ) as line full join (
                select account_id, billing_month as month, meter, sum(drawn_minutes) as drawn,
                       sum(uncovered_minutes) as uncovered
                from usage_detail group by 1, 2, 3
            ) as listed using (account_id, month, meter)
            where (coalesce(line.drawn, 0), coalesce(line.uncovered, 0))
                    <> (coalesce(listed.drawn, 0), coalesce(listed.uncovered, 0))
                and 1 = (select count(distinct position) from projection_position where name in ('usage', 'bills'))""");

    private static final Question BILLS = new Question(
            Invariant.I7,
            """
            select format('bill_line of order %s, %s: amount %s fen, expected list price %s - discount %s'
                          || ' = voucher %s + gift %s + revenue share %s + cash %s',
                          order_id, resource_id, amount_fen, list_price_fen, discount_fen, voucher_fen, gift_fen,
                          revenue_share_fen, cash_fen)
            from bill_line
            where amount_fen <> list_price_fen - discount_fen
                or amount_fen <> voucher_fen + gift_fen + revenue_share_fen + cash_fen""");

    private static final Question ORDERS = new Question(
            Invariant.I7,
            """
            select format('order_view %s: %s fen payable and %s list price, expected the sums of its lines, %s and %s',
                          order_id, payable_fen, order_view.list_price_fen, amount, list_price)
            from order_view left join (
                select order_id, sum(amount_fen) as amount, sum(list_price_fen) as list_price
                from order_line_view group by order_id
            ) as lines using (order_id)
            where payable_fen is distinct from amount or order_view.list_price_fen is distinct from list_price
                or payable_fen <> voucher_fen + gift_fen + revenue_share_fen + cash_fen
                or payable_fen <> order_view.list_price_fen - discount_fen""");

    private static final Question FUNDS = new Question(
            Invariant.I7,
            """
            select format('account_view %s: funds below zero', account_id) from account_view
            where cash_fen < 0 or gift_fen < 0 or revenue_share_fen < 0""");

    private static final Question TYPES = new Question(
            Invariant.I7,
            """
            select format('column %s.%s is %s, expected an exact type', table_name, column_name, data_type)
            from information_schema.columns
            where table_schema = 'public' and data_type in ('real', 'double precision')""");

    static final List<Question> QUESTIONS = List.of(USAGE, DAYS, USAGE_LINES, BILLS, ORDERS, FUNDS, TYPES);

    private Sums() {}
}
