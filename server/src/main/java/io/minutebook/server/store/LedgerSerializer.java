package io.minutebook.server.store;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
        return StoredNames.classOf(OldShapes.today(type)).orElseGet(() -> super.classForType(type));
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Axon declares it
    public <S, T> @Nullable T deserialize(SerializedObject<S> stored) {
        return OldShapes.isOld(stored.getType()) ? super.deserialize(asOfToday(stored)) : super.deserialize(stored);
    }

    private SerializedObject<JsonNode> asOfToday(SerializedObject<?> stored) {
        var tree = (ObjectNode) getConverter().convert(stored, JsonNode.class).getData();
        var type = stored.getType();
        return new SimpleSerializedObject<>(OldShapes.asOfToday(type, tree), JsonNode.class, OldShapes.today(type));
    }
}
