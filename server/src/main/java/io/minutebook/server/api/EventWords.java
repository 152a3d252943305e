package io.minutebook.server.api;

import io.minutebook.reporting.explain.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a stored event says, in a sentence of each language with values of its payload in their places. */
public final class EventWords {

    private static final Properties SENTENCES = read();
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9/]+)}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private EventWords() {}

    public static Words of(String type, String payload) {
        var said = JSON.readTree(payload);
        return new Words(sentence(type + ".en", said), sentence(type + ".zh", said));
    }

    private static String sentence(String key, JsonNode said) {
        var pattern = Objects.requireNonNull(SENTENCES.getProperty(key), key);
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(text(said.at("/" + place.group(1)))));
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) return "-";
        return value.isArray() ? Integer.toString(value.size()) : value.asString();
    }

    private static Properties read() {
        var sentences = new Properties();
        try (var in = Objects.requireNonNull(EventWords.class.getResourceAsStream("/words/events.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
