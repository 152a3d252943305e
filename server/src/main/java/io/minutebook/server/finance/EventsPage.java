package io.minutebook.server.finance;

import io.minutebook.reporting.feed.StreamPage;

/** What was recorded about an account in words, newest first, of one feature or of all. */
record EventsPage(EventsAsked asked, Crumbs back, StreamPage page) {

    Html html() {
        var words = new Words(asked.language());
        return Frame.page(asked, words.of("events.title"), true, Html.of("""
                {}
                <p class="eyebrow">{}</p>
                <h1>{}</h1>
                {}
                <section class="card" aria-label="{}">{}{}</section>
                <p class="files"><a class="file" href="/api/v1/accounts/{}/events.jsonl{}">{}</a></p>""",
                back.to("#events"), back.account().name(), words.of("events.title"), filter(words),
                words.of("events.title"), new EventList(asked.language(), page.events()).html(), pages(words),
                asked.account(), new Address("").with("type", asked.type()), words.of("events.file")));
    }

    private Html filter(Words words) {
        return Html.of("""
                <form class="search" action="/finance/events">
                <input type="hidden" name="lang" value="{}"><input type="hidden" name="account" value="{}">
                <label for="type">{}</label><div class="row"><select id="type" name="type"><option value="">{}</option>{}</select>\
                <button class="main">{}</button></div></form>""",
                asked.lang(), asked.account(), words.of("events.type"), words.of("meters.all"),
                Html.each(EventsAsked.TYPES.stream(), type -> Html.of(
                        "<option value=\"{}\"{}>{}</option>", type,
                        type.equals(asked.type()) ? Html.of(" selected") : Html.NOTHING, words.of("events.type." + type))),
                words.of("show"));
    }

    private Html pages(Words words) {
        var first = asked.before() == null
                ? Html.NOTHING
                : Html.of("<a href=\"{}\">{}</a>", asked.before(null).address(), words.of("page.first"));
        var next = page.hasMore()
                ? Html.of(
                        "<a href=\"{}\" rel=\"next\">{}</a>",
                        asked.before(page.events().getLast().position()).address(), words.of("events.older"))
                : Html.NOTHING;
        return Html.of("<p class=\"pages\">{} {}</p>", first, next);
    }
}
