package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.bills.TransactionType;
import io.minutebook.reporting.explain.Explanation;
import io.minutebook.reporting.explain.LineId;
import io.minutebook.reporting.explain.Link;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.Known;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an explanation leads on, and back, each place by its name. */
record Onward(Language language, Explanation explanation) {

    private static final String EACH_MONTH = "months";

    Html html() {
        var words = new Words(language);
        var places = new LinkedHashSet<Html>();
        for (var link : explanation.links()) places.add(linkTo(words, link));
        if (explanation.about() == Link.Target.BILL_LINE) drawsOf(words).ifPresent(places::add);
        if (explanation.about() == Link.Target.PACK) places.addAll(billLines(words));
        if (places.isEmpty()) return Html.NOTHING;
        return Html.of(
                "<nav class=\"onward\" aria-label=\"{}\"><ul>{}</ul></nav>",
                words.of("why.onward"), Html.each(places.stream(), place -> place));
    }

    private Html linkTo(Words words, Link link) {
        var account = explanation.accountId();
        var why = Why.of(language, account, link);
        var address = why == null ? uncovered(account, link) : why.address();
        return place(words, link.to(), address, name(language, link.to(), link.id()) + monthOf(why));
    }

    /** A line that bought a pack leads to what drew from it. */
    private Optional<Html> drawsOf(Words words) {
        if (explanation.links().stream().anyMatch(link -> link.to() == Link.Target.DRAWS)) return Optional.empty();
        return explanation.links().stream()
                .filter(link -> link.to() == Link.Target.PACK)
                .findFirst()
                .map(pack -> place(
                        words,
                        Link.Target.DRAWS,
                        Why.draws(language, explanation.accountId(), new PackId(pack.id()), null).address(),
                        pack.id()));
    }

    /** The draws of one month alone say so. */
    private static String monthOf(@Nullable Why why) {
        return why != null && why.kind() == Why.Kind.DRAWS && why.month() != null ? " · " + why.month() : "";
    }

    private String uncovered(AccountId account, Link link) {
        var month = BillingMonth.parse(Why.valueIn(link.path(), "month"));
        return new Asked(
                        language, account, month, true, Known.CLOSED, null, "", Meter.valueOf(link.id()), "", null)
                        .address() + "#usage";
    }

    /** The months in which usage drew from a pack, each with its line of the bill. */
    private Set<Html> billLines(Words words) {
        var lines = new LinkedHashSet<Html>();
        if (!(explanation.figure().get("meter") instanceof Meter meter)) return lines;
        var id = LineId.ofDraws(meter, new PackId(explanation.id())).value();
        explanation.steps().stream()
                .flatMap(step -> step.inputs().get(EACH_MONTH) instanceof Collection<?> all ? all.stream() : Stream.of())
                .map(row -> (Map<?, ?>) row)
                .filter(row -> row.get("minutes") instanceof Long minutes && minutes != 0)
                .map(row -> BillingMonth.parse(String.valueOf(row.get("month"))))
                .forEach(month -> {
                    var why = new Why(language, Why.Kind.LINE, explanation.accountId(), id, month, "", null);
                    var name = name(language, Link.Target.BILL_LINE, month + " " + id);
                    lines.add(place(words, Link.Target.BILL_LINE, why.address(), name));
                });
        return lines;
    }

    private static Html place(Words words, Link.Target to, String address, String name) {
        return Html.of(
                "<li><a href=\"{}\"><span class=\"to\">{}</span> <span>{}</span></a></li>",
                address, words.of("why.to." + to), name);
    }

    /** What something is called by whoever reads bills. */
    static String name(Language language, Link.Target target, String id) {
        return switch (target) {
            case BILL_LINE -> lineName(language, id);
            case UNCOVERED_USAGE -> language.word(Meter.valueOf(id));
            case USAGE_ROW, PACK, DRAWS, ORDER -> id;
        };
    }

    /** As in {@code 2025-01 · Usage · Audio calls · P000000000002}. */
    private static String lineName(Language language, String id) {
        var name = new StringBuilder();
        for (var part : id.split("[ .]", -1)) {
            name.append(name.isEmpty() ? "" : " · ").append(wordOf(language, part));
        }
        return name.toString();
    }

    private static String wordOf(Language language, String part) {
        return Stream.<Enum<?>>concat(Stream.of(TransactionType.values()), Stream.of(Meter.values()))
                .filter(constant -> constant.name().equals(part))
                .findFirst()
                .map(language::word)
                .orElse(part);
    }
}
