package io.minutebook.server.finance;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** HTML that is safe to show: whatever is put into a template is escaped, unless it is HTML itself. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    private static final String PLACE = "{}";

    /** Puts values into the places of a template, in order; null shows nothing. */
    static Html of(String template, @Nullable Object... values) {
        var markup = new StringBuilder(template.length() + 64);
        int from = 0;
        for (var value : values) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) throw new IllegalArgumentException("more values than places: " + template);
            markup.append(template, from, place);
            append(markup, value);
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) throw new IllegalArgumentException("a place is empty: " + template);
        return new Html(markup.append(template, from, template.length()).toString());
    }

    static <T> Html each(Stream<T> values, Function<T, Html> shown) {
        return new Html(values.map(value -> shown.apply(value).markup()).collect(Collectors.joining()));
    }

    Html plus(Html next) {
        return new Html(markup + next.markup);
    }

    private static void append(StringBuilder markup, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Html html -> markup.append(html.markup);
            default -> escape(markup, value.toString());
        }
    }

    private static void escape(StringBuilder markup, String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(letter);
            }
        }
    }
}
