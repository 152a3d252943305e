package io.minutebook.ingest.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Decodes in tests, with a key and a clock that never change. */
final class Decoding {

    static final NumberPrivacy PRIVACY = new NumberPrivacy("a key for tests only".getBytes(UTF_8));

    private static final RecordDecoder DECODER = new RecordDecoder(PRIVACY);

    private Decoding() {}

    static Decoded decode(Delivery delivery) {
        return DECODER.decode(delivery, CallLegJson.NOW);
    }

    static Readable readable(CallLegJson json) {
        return readable(json.structured());
    }

    static Readable readable(Delivery delivery) {
        var decoded = decode(delivery);
        assertThat(decoded).isInstanceOf(Readable.class);
        return (Readable) decoded;
    }

    static Unreadable unreadable(CallLegJson json) {
        return unreadable(json.structured());
    }

    static Unreadable unreadable(Delivery delivery) {
        var decoded = decode(delivery);
        assertThat(decoded).isInstanceOf(Unreadable.class);
        return (Unreadable) decoded;
    }
}
