package io.minutebook.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that PostgreSQL takes: NUL and lone surrogates, which it refuses, become U+FFFD. */
final class StorableText {

    private static final Pattern REFUSED = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    private StorableText() {}

    static @Nullable String of(@Nullable String text) {
        return text == null ? null : REFUSED.matcher(text).replaceAll("\uFFFD");
    }
}
