package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.Known;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts, or which month of one, a page is asked to show.
 *
 * @param known whether a closed month is shown as it was closed
 * @param asOf the time in Asia/Shanghai that the ledger is shown at; null for now
 * @param who what an account's id or name has in it
 * @param text what a row of usage has in it
 * @param after the cursor of the page of rows before
 */
record Asked(
        Language language,
        @Nullable AccountId account,
        BillingMonth month,
        boolean inDetail,
        Known known,
        @Nullable LocalDateTime asOf,
        String who,
        @Nullable Meter meter,
        String text,
        @Nullable String after)
        implements Shown {

    @Override
    public Asked in(Language other) {
        return new Asked(other, account, month, inDetail, known, asOf, who, meter, text, after);
    }

    Asked of(AccountId other) {
        return new Asked(language, other, month, false, Known.CLOSED, null, "", null, "", null);
    }

    Asked of(BillingMonth other) {
        return new Asked(language, account, other, inDetail, known, asOf, who, meter, text, null);
    }

    Asked inDetail(boolean detail) {
        return new Asked(language, account, month, detail, known, asOf, who, meter, text, after);
    }

    Asked known(Known view) {
        return new Asked(language, account, month, inDetail, view, asOf, who, meter, text, null);
    }

    /** The rows of one meter. */
    Asked of(Meter one) {
        return new Asked(language, account, month, inDetail, known, asOf, who, one, "", null);
    }

    Asked after(@Nullable String cursor) {
        return new Asked(language, account, month, inDetail, known, asOf, who, meter, text, cursor);
    }

    /** As the ledger stands now. */
    Asked now() {
        return new Asked(language, account, month, inDetail, known, null, who, meter, text, null);
    }

    /** The list of accounts. */
    Asked accounts() {
        return new Asked(language, null, month, false, Known.CLOSED, null, who, null, "", null);
    }

    @Override
    public String home() {
        return accounts().address();
    }

    /** The instant that the ledger is shown at; null for now. */
    @Nullable Instant at() {
        return asOf == null ? null : asOf.atZone(BusinessTime.ZONE).toInstant();
    }

    @Override
    public String address() {
        return new Address("/finance")
                .with("lang", lang())
                .with("month", month)
                .with("account", account)
                .with("view", inDetail ? "detail" : "")
                .with("known", known == Known.NOW ? "now" : "")
                .with("asOf", asOf)
                .with("who", who)
                .with("meter", meter == null ? "" : meter.name())
                .with("q", text)
                .with("after", after)
                .toString();
    }
}
