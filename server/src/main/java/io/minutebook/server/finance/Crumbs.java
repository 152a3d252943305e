package io.minutebook.server.finance;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.accounts.AccountView;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.Known;

/** The way back from an explanation: to the accounts, and to a place on the page of the account's month. */
record Crumbs(Language language, AccountView account, BillingMonth month) {

    Html to(String place) {
        var asked = new Asked(
                language, account.accountId(), month, true, Known.CLOSED, null, "", null, "", null);
        return Html.of(
                "<p class=\"crumbs\"><a href=\"{}\">{}</a> › <a href=\"{}{}\">{} · {}</a></p>",
                asked.home(), new Words(language).of("accounts.title"), asked.address(), place, account.name(), month);
    }

    /** The month's rows of a meter. */
    Asked usage(Meter meter) {
        return new Asked(language, account.accountId(), month, true, Known.CLOSED, null, "", meter, "", null);
    }
}
