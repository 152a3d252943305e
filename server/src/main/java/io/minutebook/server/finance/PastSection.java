package io.minutebook.server.finance;

import java.time.Instant;

/** A choice of an earlier instant to see the account at, and, where one is chosen, that it is and the way back to now. */
record PastSection(Asked asked, Instant at) {

    Html html() {
        var words = new Words(asked.language());
        return Html.of("""
                {}<details class="past"{}><summary>{}</summary>
                <form class="search" action="/finance"><input type="hidden" name="lang" value="{}">\
                <input type="hidden" name="month" value="{}"><input type="hidden" name="account" value="{}">{}
                <label for="asOf">{}</label>
                <div class="row"><input id="asOf" name="asOf" type="datetime-local" step="1" value="{}" required>\
                <button>{}</button></div>
                <p class="faint">{}</p></form></details>""",
                asked.asOf() == null ? Html.NOTHING : banner(words),
                asked.asOf() == null ? Html.NOTHING : Html.of(" open"), words.of("past.title"), asked.lang(),
                asked.month(), asked.account(), Months.kept("view", asked.inDetail() ? "detail" : ""),
                words.of("past.when"), asked.asOf(), words.of("past.show"), words.of("past.hint"));
    }

    private Html banner(Words words) {
        return Html.of(
                "<p class=\"status past-status\" role=\"status\"><strong>{}</strong> {} <a href=\"{}\">{}</a></p>",
                words.of("past.at", Words.time(at)), words.of("past.note"), asked.now().address(), words.of("past.now"));
    }
}
