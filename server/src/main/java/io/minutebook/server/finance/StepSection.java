package io.minutebook.server.finance;

import io.minutebook.reporting.explain.Step;
import java.util.List;

/** The steps from what was received to a figure, numbered: the rule in a sentence, what went in and what came out. */
record StepSection(List<Step> steps, Figures figures) {

    private static final String AS_RECEIVED = "RECORD";

    Html html() {
        var words = new Words(figures.language());
        return Html.of("""
                <section class="card" aria-labelledby="steps"><h2 id="steps">{}</h2>
                <ol class="steps">{}</ol></section>""",
                words.of("why.steps"), Html.each(steps.stream(), step -> Html.of("""
                <li><p class="said">{} <span class="rule">{}</span></p>{}</li>
                """,
                step.said(figures.language(), figures::text), step.rule(), parts(words, step))));
    }

    private Html parts(Words words, Step step) {
        if (Candidates.isIn(step)) return new Candidates(figures).of(step);
        boolean isRecord = step.rule().equals(AS_RECEIVED);
        return part(words.of(isRecord ? "why.received" : "why.from"), figures.of(step.inputs()))
                .plus(part(words.of(isRecord ? "why.came_from" : "why.result"), figures.of(step.result())));
    }

    static Html part(String title, Html figures) {
        return Html.of("<div class=\"part\"><h3>{}</h3>{}</div>", title, figures);
    }
}
