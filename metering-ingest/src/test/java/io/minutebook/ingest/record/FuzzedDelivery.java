package io.minutebook.ingest.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as one run of bytes that a fuzzer can change anywhere: a line with the Kafka key, a line for
 * each header as {@code name: value}, an empty line, the value. Without the empty line the value is null,
 * without a colon a header's value is, and an empty first line is no key.
 */
final class FuzzedDelivery {

    private static final byte[] COLON = {':', ' '};

    private final byte[] input;
    private int place;

    private FuzzedDelivery(byte[] input) {
        this.input = input;
    }

    static Delivery read(byte[] input) {
        return new FuzzedDelivery(input).delivery();
    }

    private Delivery delivery() {
        var key = line();
        var headers = new ArrayList<Header>();
        var line = line();
        while (line != null && line.length > 0) {
            headers.add(header(line));
            line = line();
        }
        var value = line == null ? null : Arrays.copyOfRange(input, place, input.length);
        var sentKey = key == null || key.length == 0 ? null : key;
        return new Delivery("usage-records", 3, 42, sentKey, value, headers, CallLegJson.NOW);
    }

    /** Up to the next line feed; null after the last one. */
    private byte @Nullable [] line() {
        if (place > input.length) return null;
        int end = place;
        while (end < input.length && input[end] != '\n') end++;
        var line = Arrays.copyOfRange(input, place, end);
        place = end + 1;
        return end < input.length ? line : null;
    }

    private static Header header(byte[] line) {
        for (int i = 0; i + COLON.length <= line.length; i++) {
            if (Arrays.equals(line, i, i + COLON.length, COLON, 0, COLON.length)) {
                var name = new String(line, 0, i, ISO_8859_1);
                return new Header(name, Arrays.copyOfRange(line, i + COLON.length, line.length));
            }
        }
        return new Header(new String(line, ISO_8859_1), null);
    }

    static byte[] write(Delivery delivery) {
        var out = new ByteArrayOutputStream();
        if (delivery.key() != null) out.writeBytes(delivery.key());
        out.write('\n');
        for (var header : delivery.headers()) {
            out.writeBytes(header.key().getBytes(ISO_8859_1));
            if (header.value() != null) {
                out.writeBytes(COLON);
                out.writeBytes(header.value());
            }
            out.write('\n');
        }
        if (delivery.value() == null) return out.toByteArray();
        out.write('\n');
        out.writeBytes(delivery.value());
        return out.toByteArray();
    }
}
