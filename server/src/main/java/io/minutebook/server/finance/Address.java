package io.minutebook.server.finance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An address with its query, name by name; what is empty is left out. */
final class Address {

    private final StringBuilder text;
    private char between = '?';

    Address(String path) {
        text = new StringBuilder(path);
    }

    Address with(String name, @Nullable Object value) {
        var written = value == null ? "" : value.toString();
        if (written.isEmpty()) return this;
        text.append(between).append(name).append('=').append(URLEncoder.encode(written, StandardCharsets.UTF_8));
        between = '&';
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
