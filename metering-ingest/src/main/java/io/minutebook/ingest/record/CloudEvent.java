package io.minutebook.ingest.record;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.RecordId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery seen as a CloudEvent 1.0, structured (all in the value) or binary (attributes in headers, data
 * in the value). What could be read of it stays readable when it is refused.
 */
final class CloudEvent {

    static final int MAX_VALUE_BYTES = 1024 * 1024;

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String HEADER_PREFIX = "ce_";
    private static final String SPECVERSION = "1.0";
    private static final Predicate<String> URI =
            Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+").asMatchPredicate();

    /** What is shown of a refused record is kept short enough to be looked up by. */
    private static final int MAX_SHOWN_LENGTH = 512;

    private final boolean structured;
    private final CanonicalForm form = new CanonicalForm();
    private final Fields attributes = new Fields("", form);
    private final Fields data;

    private CloudEvent(boolean structured) {
        this.structured = structured;
        this.data = new Fields(structured ? "/data" : "", form);
    }

    static CloudEvent of(Delivery delivery) {
        var headers = new HashMap<String, Value>();
        for (var header : delivery.headers()) headers.put(header.key(), valueOf(header));
        var event = new CloudEvent(isStructured(headers));
        if (!event.structured) headers.forEach(event::putAttribute);
        return event;
    }

    /** Takes the value apart; the rules of the single fields are judged when they are read. */
    void open(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new Fault(RecordRefusal.MALFORMED, "", "the value is empty: send a usage record");
        }
        if (value.length > MAX_VALUE_BYTES) {
            var detail = "the value has " + value.length + " bytes: send at most " + MAX_VALUE_BYTES;
            throw new Fault(RecordRefusal.TOO_LARGE, null, detail);
        }
        JsonText.read(value, structured ? attributes : data, structured ? data : null);
        attributes.text("specversion", SPECVERSION::equals, "1.0, with the other attributes of a CloudEvent");
        if (structured && !attributes.holdsObject("data")) {
            throw attributes.malformed("data", "data is not an object: send the usage record in it");
        }
    }

    RecordId id() {
        var source = attributes.text("source", URI, "the URI of the producer, such as /cdr/ap-guangzhou");
        return new RecordId(source, attributes.text("id"));
    }

    Fields attributes() {
        return attributes;
    }

    Fields data() {
        return data;
    }

    CanonicalForm form() {
        return form;
    }

    Unreadable refusedFor(Fault fault) {
        var source = shortened(attributes.shown("source"));
        var isUri = source != null && URI.test(source);
        var account = accountIn(data.shown("accountId"));
        return new Unreadable(
                fault.reason(),
                fault.detail(),
                fault.pointer(),
                isUri ? source : null,
                shortened(attributes.shown("id")),
                account == null ? accountIn(attributes.shown("subject")) : account,
                shortened(data.shown("supersedes")));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() > MAX_SHOWN_LENGTH ? null : text;
    }

    private static @Nullable String accountIn(@Nullable String text) {
        return text != null && AccountId.isValid(text) ? text : null;
    }

    private static boolean isStructured(Map<String, Value> headers) {
        var contentType = headers.getOrDefault("content-type", Value.NULL).text();
        var mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return mediaType.equals(STRUCTURED) || !headers.containsKey(HEADER_PREFIX + "specversion");
    }

    private void putAttribute(String header, Value value) {
        if (header.startsWith(HEADER_PREFIX)) attributes.put(header.substring(HEADER_PREFIX.length()), value);
    }

    private static Value valueOf(Header header) {
        byte[] bytes = header.value();
        if (bytes == null) return Value.NULL;
        try {
            return Value.text(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Value.OTHER;
        }
    }
}
