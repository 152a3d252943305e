package io.minutebook.server.store;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** Writes events and snapshots as JSON under their permanent names, everything else under its Java name. */
public final class LedgerSerializer extends Jackson3Serializer {

    private LedgerSerializer(Builder builder) {
        super(builder);
    }

    public static LedgerSerializer create() {
        return new LedgerSerializer(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(LedgerJson::configure));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return type != null && StoredNames.isStored(type) ? StoredNames.nameOf(type) : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return StoredNames.classOf(type).orElseGet(() -> super.classForType(type));
    }
}
