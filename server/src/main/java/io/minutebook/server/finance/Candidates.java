package io.minutebook.server.finance;

import io.minutebook.reporting.explain.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The choice among packs as one table: each that could have paid, what became of it and what it had before and after. */
record Candidates(Figures figures) {

    private static final String CANDIDATES = "candidates";
    private static final String DRAWS = "draws";

    static boolean isIn(Step step) {
        return step.inputs().containsKey(CANDIDATES);
    }

    Html of(Step step) {
        var words = new Words(figures.language());
        var draws = new LinkedHashMap<Object, Map<?, ?>>();
        for (var draw : rows(step.result().get(DRAWS))) draws.put(String.valueOf(draw.get("packId")), draw);
        var table = new Table(
                words.field(CANDIDATES), words.of("pack"), words.field("boughtAt"), words.field("validUntil"),
                "#" + words.of("why.before"), words.field("verdict"), "#" + words.of("drawn"),
                "#" + words.of("why.after"));
        for (var pack : rows(step.inputs().get(CANDIDATES))) {
            table.row(cells(words, pack, draws.get(String.valueOf(pack.get("packId")))));
        }
        var choice = table.isEmpty() ? Html.of("<p class=\"faint\">{}</p>", words.of("why.no_packs")) : table.html();
        return StepSection.part(
                        words.of("why.from"),
                        figures.of(without(step.inputs()))
                                .plus(Html.of("<p class=\"subtitle\">{}</p>{}", words.field(CANDIDATES), choice)))
                .plus(StepSection.part(words.of("why.result"), figures.of(without(step.result()))));
    }

    private Object[] cells(Words words, Map<?, ?> pack, @Nullable Map<?, ?> draw) {
        boolean isIncluded = Boolean.TRUE.equals(pack.get("included"));
        var remaining = figures.text("remaining", pack.get("remaining"));
        var lapsed = figures.text("expired", pack.get("expired"));
        return new Object[] {
            Html.of("{}{}", figures.shown("packId", pack.get("packId")),
                    isIncluded ? Html.of("<small>{}</small>", words.field("included")) : Html.NOTHING),
            figures.text("boughtAt", pack.get("boughtAt")), figures.text("validUntil", pack.get("validUntil")),
            Html.of("{}{}", remaining,
                    lapsed.equals("0") ? Html.NOTHING : Html.of("<small>{}</small>", words.of("why.lapsed", lapsed))),
            Html.of("<span class=\"{}\">{}</span>", draw == null ? "faint" : "drawn-from",
                    figures.text("verdict", pack.get("verdict"))),
            figures.text("drawn", pack.get("drawn")),
            figures.text("remainingAfter", draw == null ? pack.get("remaining") : draw.get("remainingAfter"))
        };
    }

    private static Collection<Map<?, ?>> rows(@Nullable Object list) {
        return list instanceof Collection<?> all
                ? all.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    private static Map<String, Object> without(Map<String, Object> figures) {
        var others = new LinkedHashMap<>(figures);
        others.remove(CANDIDATES);
        others.remove(DRAWS);
        return others;
    }
}
