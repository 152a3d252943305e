package io.minutebook.server.finance;

import io.minutebook.reporting.accounts.AccountView.FundsView;

/** What the account can spend, by kind, with its vouchers that are not used up. */
record FundsSection(Asked asked, FundsView funds) {

    Html html() {
        var words = new Words(asked.language());
        return Html.of("""
                <section class="card" aria-labelledby="funds"><h2 id="funds">{}</h2>
                <dl class="pairs">{}{}{}{}</dl></section>""",
                words.of("funds.title"), pair(words.of("cash"), Words.yuan(funds.cash())),
                pair(words.of("gift"), Words.yuan(funds.gift())),
                pair(words.of("revenue_share"), Words.yuan(funds.revenueShare())),
                Html.each(funds.vouchers().stream(), voucher ->
                        pair(words.of("voucher") + " " + voucher.voucherId(), Words.yuan(voucher.amount()))));
    }

    private static Html pair(String name, String value) {
        return Html.of("<div><dt>{}</dt><dd class=\"number\">{}</dd></div>", name, value);
    }
}
