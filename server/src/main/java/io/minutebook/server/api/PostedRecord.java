package io.minutebook.server.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.minutebook.ingest.record.Header;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A usage record in an HTTP request as it would lie on Kafka: its value to the byte, the attributes of a binary
 * event from {@code ce-} headers, percent-encoded there, and the Kafka key from {@code Kafka-Key}.
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes go on as they came; nobody compares them.
record PostedRecord(byte @Nullable [] key, byte[] value, List<Header> headers) {

    /** What Kafka would take at most; the ledger's own limit is lower, so that what is cut off here is refused. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String HTTP_PREFIX = "ce-";
    private static final String KAFKA_PREFIX = "ce_";

    static PostedRecord of(HttpServletRequest request) throws IOException {
        var key = request.getHeader("Kafka-Key");
        var value = request.getInputStream().readNBytes(MOST_BYTES);
        return new PostedRecord(key == null ? null : key.getBytes(ISO_8859_1), value, headersOf(request));
    }

    /** The container hands headers over as one character for each byte. */
    private static List<Header> headersOf(HttpServletRequest request) {
        var headers = new HashMap<String, byte[]>();
        for (var name : Collections.list(request.getHeaderNames())) {
            var header = name.toLowerCase(Locale.ROOT);
            var bytes = request.getHeader(name).getBytes(ISO_8859_1);
            if (header.equals("content-type")) headers.put(header, bytes);
            if (header.startsWith(HTTP_PREFIX)) {
                headers.put(KAFKA_PREFIX + header.substring(HTTP_PREFIX.length()), unescaped(bytes));
            }
        }
        return headers.entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
    }

    private static byte[] unescaped(byte[] text) {
        var plain = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            int escaped = text[i] == '%' && i + 2 < text.length ? hex(text[i + 1], text[i + 2]) : -1;
            plain.write(escaped < 0 ? text[i] : escaped);
            if (escaped >= 0) i += 2;
        }
        return plain.toByteArray();
    }

    /** The byte that two hexadecimal digits stand for, or -1. */
    private static int hex(byte high, byte low) {
        int value = Character.digit(high, 16) * 16 + Character.digit(low, 16);
        return Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0 ? -1 : value;
    }
}
