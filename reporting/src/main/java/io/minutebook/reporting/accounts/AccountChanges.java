package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.reporting.database.Columns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a run of events leaves of accounts: the last word on each name, each fund and each voucher. */
final class AccountChanges {

    private static final String DETAILS =
            """
            insert into account_view (account_id, name, legal_entity_id)
            select * from unnest(?, ?, ?)
            on conflict (account_id) do update
            set name = excluded.name, legal_entity_id = excluded.legal_entity_id""";

    private static final String FUNDS =
            """
            update account_view set cash_fen = left_over.cash, gift_fen = left_over.gift,
                                    revenue_share_fen = left_over.revenue_share
            from unnest(?, ?, ?, ?) as left_over (account_id, cash, gift, revenue_share)
            where account_view.account_id = left_over.account_id""";

    private static final String STANDINGS =
            """
            update account_view set standing = now.standing from unnest(?, ?) as now (account_id, standing)
            where account_view.account_id = now.account_id""";
    private static final String ISSUED =
            """
            insert into voucher_view (account_id, voucher_id, left_fen, valid_until)
            select * from unnest(?, ?, ?, ?)
            on conflict (account_id, voucher_id) do nothing""";

    private static final String USED =
            """
            update voucher_view set left_fen = used.left_fen
            from unnest(?, ?, ?) as used (account_id, voucher_id, left_fen)
            where voucher_view.account_id = used.account_id and voucher_view.voucher_id = used.voucher_id""";

    private final Map<AccountId, Details> details = new LinkedHashMap<>();
    private final Map<AccountId, Funds> funds = new LinkedHashMap<>();
    private final Map<AccountId, Standing> standings = new LinkedHashMap<>();
    private final Columns issued = new Columns("text", "text", "bigint", "timestamptz");
    private final Map<Held, Money> used = new LinkedHashMap<>();

    private record Details(String name, String legalEntityId) {}

    private record Held(AccountId accountId, VoucherId voucherId) {}

    void add(AccountEvent event) {
        switch (event) {
            case AccountRegistered registered ->
                details.put(registered.accountId(), new Details(registered.name(), registered.legalEntityId()));
            case AccountDetailsChanged changed ->
                details.put(changed.accountId(), new Details(changed.name(), changed.legalEntityId()));
            case FundsCredited credited -> funds.put(credited.accountId(), credited.funds());
            case VoucherIssued voucher ->
                issued.row(voucher.accountId(), voucher.voucherId(), voucher.amount().fen(), voucher.validUntil());
            case OrderPaid paid -> addPaid(paid);
            case FundsReturned returned -> funds.put(returned.accountId(), returned.funds());
            case ViolationFound found -> standings.put(found.accountId(), found.standing());
            case ViolationAppealed appealed -> standings.put(appealed.accountId(), appealed.standing());
        }
    }

    private void addPaid(OrderPaid paid) {
        funds.put(paid.accountId(), paid.funds());
        paid.vouchers().forEach(use -> used.put(new Held(paid.accountId(), use.voucherId()), use.left()));
    }

    void write(JdbcTemplate jdbc) {
        detailColumns().write(jdbc, DETAILS);
        fundColumns().write(jdbc, FUNDS);
        standingColumns().write(jdbc, STANDINGS);
        issued.write(jdbc, ISSUED);
        usedColumns().write(jdbc, USED);
    }

    private Columns detailColumns() {
        var columns = new Columns("text", "text", "text");
        details.forEach((account, said) -> columns.row(account, said.name(), said.legalEntityId()));
        return columns;
    }

    private Columns fundColumns() {
        var columns = new Columns("text", "bigint", "bigint", "bigint");
        funds.forEach((account, left) ->
                columns.row(account, left.cash().fen(), left.gift().fen(), left.revenueShare().fen()));
        return columns;
    }

    private Columns standingColumns() {
        var columns = new Columns("text", "text");
        standings.forEach(columns::row);
        return columns;
    }

    private Columns usedColumns() {
        var columns = new Columns("text", "text", "bigint");
        used.forEach((held, left) -> columns.row(held.accountId(), held.voucherId(), left.fen()));
        return columns;
    }
}
