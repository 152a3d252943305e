package io.minutebook.ingest.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON object into flat fields in one pass. A value that is ignored may be anything JSON allows, so
 * only the size of the whole limits its digits, names and depth; skipping neither recurses nor makes numbers.
 */
final class JsonText {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(CloudEvent.MAX_VALUE_BYTES)
                    .maxNameLength(CloudEvent.MAX_VALUE_BYTES)
                    .maxStringLength(CloudEvent.MAX_VALUE_BYTES)
                    .maxNestingDepth(CloudEvent.MAX_VALUE_BYTES)
                    .build())
            .build();

    private JsonText() {}

    /** The object's own fields; those of the object in its field {@code data} go there, where it is given. */
    static void read(byte[] value, Fields fields, @Nullable Fields data) {
        var text = decode(value);
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text.array(), 0, text.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw notAnObject();
            readObject(parser, fields, data);
            if (parser.nextToken() != null) throw notAnObject();
        } catch (JacksonException broken) {
            throw notJson(broken);
        }
    }

    private static CharBuffer decode(byte[] value) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
        } catch (CharacterCodingException notUtf8) {
            throw new Fault(RecordRefusal.MALFORMED, "", "the value is not valid UTF-8: send JSON in UTF-8");
        }
    }

    private static void readObject(JsonParser parser, Fields fields, @Nullable Fields data) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            boolean opensObject = parser.nextToken() == JsonToken.START_OBJECT;
            if (data == null || !name.equals("data")) {
                fields.put(name, valueAt(parser));
                continue;
            }
            data.clear();
            if (opensObject) readObject(parser, data, null);
            fields.put(name, opensObject ? Value.OBJECT : valueAt(parser));
        }
    }

    private static Value valueAt(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Value.text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.number(parser.getString());
            case VALUE_NULL -> Value.NULL;
            default -> {
                parser.skipChildren();
                yield Value.OTHER;
            }
        };
    }

    private static Fault notAnObject() {
        var detail = "the value is not one JSON object: send one event per record";
        return new Fault(RecordRefusal.MALFORMED, "", detail);
    }

    /** The parser's own message is not repeated: it quotes what it read. */
    private static Fault notJson(JacksonException broken) {
        var place = broken.getLocation();
        var where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        var detail = "the value is not valid JSON" + where + ": send one whole JSON object";
        return new Fault(RecordRefusal.MALFORMED, "", detail);
    }
}
