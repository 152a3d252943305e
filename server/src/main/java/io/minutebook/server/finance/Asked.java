package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.Known;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a page is asked to show; its address says all of it, so that it can be kept and sent on.
 *
 * @param known whether a closed month is shown as it was closed
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
        String who,
        @Nullable Meter meter,
        String text,
        @Nullable String after) {

    Asked in(Language other) {
        return new Asked(other, account, month, inDetail, known, who, meter, text, after);
    }

    Asked of(AccountId other) {
        return new Asked(language, other, month, false, Known.CLOSED, "", null, "", null);
    }

    Asked of(BillingMonth other) {
        return new Asked(language, account, other, inDetail, known, who, meter, text, null);
    }

    Asked inDetail(boolean detail) {
        return new Asked(language, account, month, detail, known, who, meter, text, after);
    }

    Asked known(Known view) {
        return new Asked(language, account, month, inDetail, view, who, meter, text, null);
    }

    Asked after(@Nullable String cursor) {
        return new Asked(language, account, month, inDetail, known, who, meter, text, cursor);
    }

    /** The list of accounts. */
    Asked accounts() {
        return new Asked(language, null, month, false, Known.CLOSED, who, null, "", null);
    }

    Language otherLanguage() {
        return language == Language.ZH ? Language.EN : Language.ZH;
    }

    String lang() {
        return language == Language.ZH ? "zh" : "en";
    }

    String address() {
        var address = new StringBuilder("/finance?lang=").append(lang()).append("&month=").append(month);
        add(address, "account", account == null ? "" : account.value());
        add(address, "view", inDetail ? "detail" : "");
        add(address, "known", known == Known.NOW ? "now" : "");
        add(address, "who", who);
        add(address, "meter", meter == null ? "" : meter.name());
        add(address, "q", text);
        add(address, "after", after == null ? "" : after);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (value.isEmpty()) return;
        address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
