package io.minutebook.server.finance;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.Known;
import java.util.stream.Stream;

/** A choice of the month that is shown: two years back, and whichever is asked for. */
final class Months {

    private static final int MONTHS = 24;

    private Months() {}

    static Html of(Asked asked, BillingMonth current) {
        var words = new Words(asked.language());
        var months = Stream.iterate(current.month(), month -> month.minusMonths(1)).limit(MONTHS).map(BillingMonth::new);
        var all = Stream.concat(months, Stream.of(asked.month())).distinct().sorted().toList().reversed();
        return Html.of("""
                <form class="months" action="/finance"><input type="hidden" name="lang" value="{}">{}{}{}{}{}\
                <label for="month">{}</label>
                <div class="row"><select id="month" name="month">{}</select><button>{}</button></div></form>""",
                asked.lang(),
                kept("account", asked.account() == null ? "" : asked.account().value()),
                kept("view", asked.inDetail() ? "detail" : ""),
                kept("known", asked.known() == Known.NOW ? "now" : ""),
                kept("asOf", asked.asOf() == null ? "" : asked.asOf().toString()),
                kept("who", asked.who()),
                words.of("month"),
                Html.each(all.stream(), month -> Html.of(
                        "<option{}>{}</option>",
                        month.equals(asked.month()) ? Html.of(" selected") : Html.NOTHING, month)),
                words.of("show"));
    }

    static Html kept(String name, String value) {
        return value.isEmpty() ? Html.NOTHING : Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
    }
}
