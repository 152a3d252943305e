package io.minutebook.server.finance;

import io.minutebook.reporting.explain.Explanation;
import io.minutebook.reporting.explain.Link.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why one figure is what it is: the figure, the steps to it, the events these rest on, and the way on and back. */
record WhyPage(Why asked, Crumbs back, Explanation explanation) {

    Html html() {
        var words = new Words(asked.language());
        var figures = new Figures(asked.language(), explanation.accountId());
        var name = Onward.name(asked.language(), explanation.about(), id());
        return Frame.page(asked, words.of("why.title") + " · " + name, true, Html.of("""
                {}
                <p class="eyebrow">{}</p>
                <h1>{}</h1>
                <p class="id-line number">{}</p>
                {}
                {}
                {}
                <section class="card" aria-labelledby="events"><h2 id="events">{}</h2>{}</section>
                {}""",
                back.to(place()), words.of("why.title"), words.of("why.to." + explanation.about()), name,
                figure(figures, words), new Onward(asked.language(), explanation).html(),
                new StepSection(explanation.steps(), figures).html(), words.of("why.events"),
                new EventList(asked.language(), explanation.events()).html(), json(words)));
    }

    private String id() {
        return explanation.about() == Target.BILL_LINE ? asked.month() + " " + explanation.id() : explanation.id();
    }

    /** Where the figure stands on the account's page. */
    private String place() {
        return switch (explanation.about()) {
            case USAGE_ROW, UNCOVERED_USAGE -> "#usage";
            case PACK, DRAWS -> "#packs";
            case ORDER, BILL_LINE -> "#bill";
        };
    }

    private Html figure(Figures figures, Words words) {
        var amounts = new LinkedHashMap<String, Object>();
        var others = new LinkedHashMap<String, Object>();
        explanation.figure().forEach((field, value) ->
                (Figures.isAmount(field, value) ? amounts : others).put(field, value));
        return Html.of("""
                <dl class="cards told">{}</dl>
                <section class="card about" aria-label="{}">{}</section>""",
                Html.each(amounts.entrySet().stream(), each -> card(figures, words, each)), words.of("why.about"),
                figures.of(others));
    }

    private static Html card(Figures figures, Words words, Map.Entry<String, Object> figure) {
        return Html.of(
                "<div data-figure=\"{}\"><dt>{}</dt><dd class=\"number\">{}</dd></div>",
                figure.getKey(), words.field(figure.getKey()), figures.shown(figure.getKey(), figure.getValue()));
    }

    private Html json(Words words) {
        var api = asked.api();
        return api == null
                ? Html.NOTHING
                : Html.of("<p class=\"files\"><a class=\"file\" href=\"{}\">{}</a></p>", api, words.of("why.json"));
    }
}
