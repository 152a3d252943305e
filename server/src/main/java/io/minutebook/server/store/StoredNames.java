package io.minutebook.server.store;

import io.minutebook.billing.DomainTypes;
import io.minutebook.billing.Stored;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/** The permanent names of events and snapshots, and the classes that carry them today. */
final class StoredNames {

    private static final Map<SerializedType, Class<?>> CLASSES =
            DomainTypes.storedTypes().stream().collect(Collectors.toUnmodifiableMap(StoredNames::nameOf, Function.identity()));

    private StoredNames() {}

    static Optional<Class<?>> classOf(SerializedType name) {
        return Optional.ofNullable(CLASSES.get(new SimpleSerializedType(name.getName(), name.getRevision())));
    }

    static boolean isStored(Class<?> type) {
        return type.isAnnotationPresent(Stored.class);
    }

    static SerializedType nameOf(Class<?> type) {
        var stored = type.getAnnotation(Stored.class);
        return new SimpleSerializedType(stored.name(), Integer.toString(stored.version()));
    }
}
