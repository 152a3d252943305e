package io.minutebook.server.finance;

import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.usage.UsagePage;
import io.minutebook.reporting.usage.UsageRow;
import java.util.stream.Stream;

/** The month's rows, of which some may be searched, page by page; and their files, of some products or all. */
record UsageSection(Asked asked, UsagePage usage) {

    Html html() {
        var words = new Words(asked.language());
        return Html.of("""
                <section class="card" aria-labelledby="usage"><h2 id="usage">{}</h2>
                {}
                {}
                {}
                {}</section>""",
                words.of("usage.title"), files(words), search(words), rows(words), pages(words));
    }

    private Html search(Words words) {
        return Html.of("""
                <form class="search" role="search" action="/finance#usage">
                <input type="hidden" name="lang" value="{}"><input type="hidden" name="month" value="{}">\
                <input type="hidden" name="account" value="{}">{}{}{}
                <div class="row"><div class="wide"><label for="q">{}</label>\
                <input id="q" name="q" type="search" value="{}"></div>
                <div><label for="meter">{}</label><select id="meter" name="meter"><option value="">{}</option>{}</select></div>
                <button class="main">{}</button></div></form>""",
                asked.lang(), asked.month(), asked.account(),
                Months.kept("view", asked.inDetail() ? "detail" : ""),
                Months.kept("known", asked.known() == Known.NOW ? "now" : ""),
                Months.kept("asOf", asked.asOf() == null ? "" : asked.asOf().toString()),
                words.of("usage.search"), asked.text(), words.of("meter"), words.of("meters.all"),
                Html.each(Stream.of(Meter.values()), meter -> Html.of(
                        "<option value=\"{}\"{}>{}</option>", meter.name(),
                        meter == asked.meter() ? Html.of(" selected") : Html.NOTHING, asked.language().word(meter))),
                words.of("search"));
    }

    private Html rows(Words words) {
        var table = new Table(
                words.of("usage.title"), words.of("ended"), words.of("meter"), words.of("caller"), words.of("callee"),
                "#" + words.of("seconds"), "#" + words.of("billed"), "#" + words.of("drawn"),
                "#" + words.of("uncovered"), words.of("record"));
        for (var row : usage.rows()) table.row(cells(row));
        return table.isEmpty() ? Html.of("<p class=\"faint\">{}</p>", words.of("usage.none")) : table.html();
    }

    private Object[] cells(UsageRow row) {
        return new Object[] {
            Words.time(row.endedAt()), asked.language().word(row.meter()), row.caller() == null ? "–" : row.caller(),
            row.callee() == null ? "–" : row.callee(), Words.decimal(row.durationSeconds()),
            Words.count(row.billedMinutes()), Words.count(row.drawnMinutes()),
            Words.count(row.uncoveredMinutes()), record(row)
        };
    }

    private Html record(UsageRow row) {
        var late = row.lateFromMonth();
        return Html.of(
                "<a class=\"id\" href=\"{}\">{}</a>{}",
                Why.usage(asked.language(), row.recordId(), "").address(), row.recordId(),
                late == null
                        ? Html.NOTHING
                        : Html.of("<small>{}</small>", new Words(asked.language()).of("usage.late", late)));
    }

    private Html pages(Words words) {
        var first = asked.after() == null
                ? Html.NOTHING
                : Html.of("<a href=\"{}#usage\">{}</a>", asked.after(null).address(), words.of("page.first"));
        var next = usage.next() == null
                ? Html.NOTHING
                : Html.of("<a href=\"{}#usage\" rel=\"next\">{}</a>", asked.after(usage.next()).address(), words.of("page.next"));
        return Html.of("<p class=\"pages\">{} {}</p>", first, next);
    }

    /** Files show what is, not what was. */
    private Html files(Words words) {
        if (asked.asOf() != null) return Html.NOTHING;
        var path = "/api/v1/accounts/" + asked.account() + "/usage/" + asked.month();
        return Html.of("""
                <form class="files" action="{}.xlsx">{}<fieldset><legend>{}</legend>{}</fieldset>
                <p>{} <button class="file" name="lang" value="{}">Excel</button> \
                <button class="file" formaction="{}.csv">CSV</button> \
                <button class="file" formaction="{}.jsonl.gz">JSON</button></p></form>""",
                path, Months.kept("known", asked.known() == Known.NOW ? "now" : ""), words.of("usage.products"),
                Html.each(Stream.of(Meter.values()), meter -> Html.of(
                        "<label class=\"check\"><input type=\"checkbox\" name=\"meter\" value=\"{}\"> {}</label> ",
                        meter.name(), asked.language().word(meter))),
                words.of("download"), asked.lang(), path, path);
    }
}
