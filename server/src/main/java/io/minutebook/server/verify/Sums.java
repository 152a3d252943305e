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

    static final List<Question> QUESTIONS = List.of(USAGE, BILLS, ORDERS, FUNDS, TYPES);

    private Sums() {}
}
