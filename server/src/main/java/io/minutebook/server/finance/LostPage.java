package io.minutebook.server.finance;

import java.util.List;

/** What is shown where an address names nothing, or more than one thing. */
final class LostPage {

    private LostPage() {}

    /** Nothing is there. */
    static Html of(Shown asked, String back) {
        var words = new Words(asked.language());
        return page(asked, words.of("lost.title"), words.of("lost.text"), Html.of(
                "<p class=\"pages\"><a href=\"{}\">{}</a></p>", back, words.of("lost.back")));
    }

    /** Several producers gave a record the same id. */
    static Html choice(Why asked, List<String> sources) {
        var words = new Words(asked.language());
        return page(asked, words.of("lost.sources"), asked.id(), Html.of(
                "<ul class=\"accounts\">{}</ul>",
                Html.each(sources.stream(), source -> Html.of(
                        "<li><a href=\"{}\"><strong>{}</strong></a></li>", asked.from(source).address(), source))));
    }

    private static Html page(Shown asked, String title, String text, Html ways) {
        return Frame.page(asked, title, true, Html.of("""
                <section class="card narrow"><h1>{}</h1><p class="faint">{}</p>{}</section>""",
                title, text, ways));
    }
}
