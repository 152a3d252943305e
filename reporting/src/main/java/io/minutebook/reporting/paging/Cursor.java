package io.minutebook.reporting.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The key of the last row of a page, opaque to callers: letters, digits, {@code -} and {@code _} only. */
public record Cursor(List<String> key) {

    /** Stored texts never hold it, so a key can be taken apart again. */
    private static final String SEPARATOR = "\0";

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor at(String... key) {
        return new Cursor(List.of(key));
    }

    public String encoded() {
        var bytes = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads what {@link #encoded()} wrote; anything else is a {@link MalformedCursor}. */
    public static Cursor decode(String text, int parts) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var key = List.of(decoded.split(SEPARATOR, -1));
            if (key.size() != parts) throw new MalformedCursor();
            return new Cursor(key);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new MalformedCursor(e);
        }
    }
}
