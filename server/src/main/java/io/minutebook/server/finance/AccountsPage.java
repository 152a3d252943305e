package io.minutebook.server.finance;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.accounts.AccountView;
import java.util.List;

/** The accounts whose id or name has something in it. */
final class AccountsPage {

    private AccountsPage() {}

    static Html of(Asked asked, List<AccountView> accounts, int most, BillingMonth current) {
        var words = new Words(asked.language());
        return Frame.page(asked, words.of("accounts.title"), true, Html.of("""
                <div class="head"><h1>{}</h1>{}</div>
                <form class="search" role="search" action="/finance">
                <input type="hidden" name="lang" value="{}"><input type="hidden" name="month" value="{}">
                <label for="who">{}</label>
                <div class="row"><input id="who" name="who" type="search" value="{}"><button class="main">{}</button></div>
                </form>
                {}
                {}""",
                words.of("accounts.title"), Months.of(asked, current), asked.lang(), asked.month(),
                words.of("accounts.search"), asked.who(), words.of("search"),
                accounts.isEmpty() ? none(words) : list(asked, words, accounts, most), files(asked, words)));
    }

    private static Html none(Words words) {
        return Html.of("<p class=\"faint\">{}</p>", words.of("accounts.none"));
    }

    private static Html list(Asked asked, Words words, List<AccountView> accounts, int most) {
        var more = accounts.size() < most
                ? Html.NOTHING
                : Html.of("<p class=\"faint\">{}</p>", words.of("accounts.first", most));
        return Html.of("<ul class=\"accounts\">{}</ul>", Html.each(accounts.stream(), account -> Html.of("""
                <li><a href="{}"><strong>{}</strong><span class="number">{}</span></a></li>
                """,
                asked.of(account.accountId()).address(), account.name(), account.accountId()))).plus(more);
    }

    private static Html files(Asked asked, Words words) {
        var usage = "/api/v1/usage/" + asked.month();
        var bills = "/api/v1/bills/" + asked.month();
        return Html.of("""
                <section class="card" aria-labelledby="all"><h2 id="all">{}</h2>
                <p class="files">{} <a class="file" href="{}.xlsx?lang={}">Excel</a> <a class="file" href="{}.csv">CSV</a></p>
                <p class="files">{} <a class="file" href="{}.xlsx?lang={}">Excel</a> <a class="file" href="{}.csv">CSV</a> \
                <a class="file" href="{}.jsonl.gz">JSON</a></p></section>""",
                words.of("accounts.files", asked.month()), words.of("bill.title"), bills, asked.lang(), bills,
                words.of("usage.title"), usage, asked.lang(), usage, usage);
    }
}
