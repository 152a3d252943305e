package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.Standing;
import io.minutebook.reporting.accounts.AccountView.FundsView;
import io.minutebook.reporting.accounts.AccountView.VoucherView;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about accounts. */
public final class Accounts {

    private static final String PAGE =
            """
            select * from account_view where account_id > ? and (?::text is null or legal_entity_id = ?)
            order by account_id limit ?""";
    private static final String NAMED =
            """
            select * from account_view where account_id like ? or name ilike ? or legal_entity_id = ?
            order by account_id limit ?""";
    private static final String ONE = "select * from account_view where account_id = ?";
    private static final String VOUCHERS =
            """
            select account_id, voucher_id, left_fen from voucher_view
            where account_id = any(?) and left_fen > 0 and (valid_until is null or valid_until > ?)
            order by account_id, voucher_id""";

    private final JdbcTemplate jdbc;

    public Accounts(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** By account id; those of one legal entity only where given. */
    public Listing<AccountView> list(@Nullable String legalEntityId, @Nullable String after, int limit, Instant now) {
        var start = after == null ? "" : Cursor.decode(after, 1).key().getFirst();
        var rows = jdbc.query(PAGE, (row, _) -> AccountRow.of(row), start, legalEntityId, legalEntityId, limit + 1);
        return Listing.of(withVouchers(rows, now), limit, account -> Cursor.at(account.accountId().value()));
    }

    /** Those whose id or name has this in it, or whose legal entity it is; the first so many by account id. */
    public List<AccountView> search(String text, int limit, Instant now) {
        var pattern = "%" + text.replaceAll("[%_\\\\]", "\\\\$0") + "%";
        return withVouchers(
                jdbc.query(NAMED, (row, _) -> AccountRow.of(row), pattern, pattern, text, limit), now);
    }

    public Optional<AccountView> find(AccountId accountId, Instant now) {
        var rows = jdbc.query(ONE, (row, _) -> AccountRow.of(row), accountId.value());
        return withVouchers(rows, now).stream().findFirst();
    }

    private List<AccountView> withVouchers(List<AccountRow> accounts, Instant now) {
        var vouchers = vouchersOf(accounts, now);
        return accounts.stream()
                .map(account -> account.with(vouchers.getOrDefault(account.id(), List.of())))
                .toList();
    }

    private Map<AccountId, List<VoucherView>> vouchersOf(List<AccountRow> accounts, Instant now) {
        var ids = accounts.stream().map(account -> account.id().value()).toArray(String[]::new);
        var vouchers = new HashMap<AccountId, List<VoucherView>>();
        jdbc.query(
                VOUCHERS,
                row -> {
                    vouchers.computeIfAbsent(new AccountId(row.getString("account_id")), _ -> new ArrayList<>())
                            .add(voucher(row));
                },
                ids,
                Times.parameter(now));
        return vouchers;
    }

    private static VoucherView voucher(ResultSet row) throws SQLException {
        return new VoucherView(new VoucherId(row.getString("voucher_id")), new Money(row.getLong("left_fen")));
    }

    private record AccountRow(
            AccountId id,
            String name,
            String legalEntityId,
            Standing standing,
            Money cash,
            Money gift,
            Money revenueShare) {

        static AccountRow of(ResultSet row) throws SQLException {
            return new AccountRow(
                    new AccountId(row.getString("account_id")),
                    row.getString("name"),
                    row.getString("legal_entity_id"),
                    Standing.valueOf(row.getString("standing")),
                    new Money(row.getLong("cash_fen")),
                    new Money(row.getLong("gift_fen")),
                    new Money(row.getLong("revenue_share_fen")));
        }

        AccountView with(List<VoucherView> vouchers) {
            return new AccountView(
                    id, name, legalEntityId, standing, new FundsView(cash, gift, revenueShare, vouchers));
        }
    }
}
