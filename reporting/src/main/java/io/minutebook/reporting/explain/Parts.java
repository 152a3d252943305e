package io.minutebook.reporting.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by name, in the order they were given; what is null is left out. */
final class Parts {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Parts of(String name, @Nullable Object value) {
        return new Parts().and(name, value);
    }

    Parts and(String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
        return this;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(values);
    }
}
