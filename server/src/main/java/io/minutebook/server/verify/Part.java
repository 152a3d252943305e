package io.minutebook.server.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object of an event and where it stands there; a field that is missing or of another kind is {@link
 * Misshapen}.
 */
record Part(String path, JsonNode node) {

    private static final Pattern YUAN = Pattern.compile("-?[0-9]{1,15}\\.[0-9]{2}");

    Part part(String field) {
        var found = node.path(field);
        if (!found.isObject()) throw misshapen(field, "an object");
        return new Part(at(field), found);
    }

    List<Part> parts(String field) {
        var found = node.path(field);
        if (!found.isArray()) throw misshapen(field, "a list");
        var parts = new ArrayList<Part>();
        for (var element : found) parts.add(new Part(at(field) + "[" + parts.size() + "]", element));
        return parts;
    }

    List<String> texts(String field) {
        var found = node.path(field);
        if (!found.isArray()) throw misshapen(field, "a list");
        var texts = new ArrayList<String>();
        for (var element : found) {
            if (!element.isString()) throw misshapen(field, "a list of texts");
            texts.add(element.stringValue());
        }
        return texts;
    }

    String text(String field) {
        var found = textOrNull(field);
        if (found == null) throw misshapen(field, "a text");
        return found;
    }

    @Nullable String textOrNull(String field) {
        var found = node.path(field);
        return found.isString() ? found.stringValue() : null;
    }

    long number(String field) {
        var found = node.path(field);
        if (!found.isIntegralNumber()) throw misshapen(field, "a whole number");
        return found.longValue();
    }

    boolean flag(String field) {
        var found = node.path(field);
        if (!found.isBoolean()) throw misshapen(field, "true or false");
        return found.booleanValue();
    }

    long millis(String field) {
        var found = millisOrNull(field);
        if (found == null) throw misshapen(field, "an instant");
        return found;
    }

    @Nullable Long millisOrNull(String field) {
        var text = textOrNull(field);
        if (text == null) return null;
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException malformed) {
            throw misshapen(field, "an instant");
        }
    }

    /** Money, written {@code 4260.00}, in whole fen. */
    long fen(String field) {
        var text = text(field);
        if (!YUAN.matcher(text).matches()) throw misshapen(field, "an amount with two decimals");
        return Long.parseLong(text.replace(".", ""));
    }

    private Misshapen misshapen(String field, String expected) {
        return new Misshapen(at(field) + " is not " + expected);
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
