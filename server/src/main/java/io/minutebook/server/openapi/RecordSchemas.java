package io.minutebook.server.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.ResolvedType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/**
 * Describes records as the API writes and reads them. In an answer every field is there, but for one that is left out
 * when it is null; what may be null says so. In a request those fields are required that are marked so.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema<?>> shapes = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> others) {
        var models = new LinkedHashMap<String, Schema<?>>();
        var schema = schemaOf(resolvable(annotated.getType()), false, models);
        if (schema == null) return others.hasNext() ? others.next().resolve(annotated, context, others) : null;
        models.forEach(context::defineModel);
        return schema;
    }

    /** What answers with a status of its own hand over is a type of Jackson. */
    private static ResolvableType resolvable(Object type) {
        if (!(type instanceof ResolvedType jackson)) return ResolvableType.forType((Type) type);
        var parameters = IntStream.range(0, jackson.containedTypeCount())
                .mapToObj(index -> resolvable(jackson.containedType(index)))
                .toArray(ResolvableType[]::new);
        return parameters.length == jackson.getRawClass().getTypeParameters().length
                ? ResolvableType.forClassWithGenerics(jackson.getRawClass(), parameters)
                : ResolvableType.forClass(jackson.getRawClass());
    }

    /** The schemas of a record and of all that it holds, by their names. */
    Map<String, Schema<?>> read(Class<? extends Record> type) {
        var models = new LinkedHashMap<String, Schema<?>>();
        schemaOf(ResolvableType.forClass(type), false, models);
        return models;
    }

    private @Nullable Schema<?> schemaOf(ResolvableType type, boolean isAsked, Map<String, Schema<?>> models) {
        var raw = type.resolve();
        if (raw == null) return null;
        var value = ValueSchemas.find(raw);
        if (value.isPresent()) return isAsked ? ValueSchemas.asAsked(raw, value.get()) : value.get();
        if (Collection.class.isAssignableFrom(raw)) return list(type, isAsked, models);
        if (Map.class.isAssignableFrom(raw)) return byKey(type, isAsked, models);
        if (raw.isEnum()) return reference(SchemaNames.of(type), () -> constants(raw), models);
        if (raw.isRecord()) return reference(SchemaNames.of(type), () -> fields(type, raw, models), models);
        return null;
    }

    private @Nullable Schema<?> list(ResolvableType type, boolean isAsked, Map<String, Schema<?>> models) {
        var items = schemaOf(type.asCollection().getGeneric(0), isAsked, models);
        return items == null ? null : ValueSchemas.of("array", null).items(items);
    }

    private @Nullable Schema<?> byKey(ResolvableType type, boolean isAsked, Map<String, Schema<?>> models) {
        var values = schemaOf(type.asMap().getGeneric(1), isAsked, models);
        return values == null ? null : ValueSchemas.of("object", null).additionalProperties(values);
    }

    private Schema<?> reference(String name, Supplier<Schema<?>> model, Map<String, Schema<?>> models) {
        if (!models.containsKey(name)) {
            models.put(name, new JsonSchema());
            models.put(name, known(name, model.get().description(Words.find(name))));
        }
        return new JsonSchema().$ref(REFERENCE + name);
    }

    /** Two classes may stand for one shape, but not for two of one name. */
    private Schema<?> known(String name, Schema<?> model) {
        var other = shapes.putIfAbsent(name, model);
        if (other == null || other.equals(model)) return model;
        throw new IllegalStateException("two shapes are named " + name + "; rename the class of one of them");
    }

    private static Schema<?> constants(Class<?> type) {
        var names = new ArrayList<Object>();
        for (var constant : type.getEnumConstants()) names.add(constant.toString());
        return ValueSchemas.choice(names.toArray());
    }

    private Schema<?> fields(ResolvableType type, Class<?> raw, Map<String, Schema<?>> models) {
        var model = ValueSchemas.of("object", null);
        for (var component : raw.getRecordComponents()) addField(model, type, component, models);
        return model;
    }

    private void addField(
            Schema<Object> model, ResolvableType owner, RecordComponent component, Map<String, Schema<?>> models) {
        var raw = owner.toClass();
        boolean isAsked = SchemaNames.isAsked(raw);
        var type = ResolvableType.forType(component.getGenericType(), owner);
        if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
            addFieldsOf(model, type, models);
            return;
        }
        var name = component.getName();
        Schema<?> schema = ValueSchemas.declared(component.getAccessor()).orElse(null);
        if (schema == null) schema = schemaOf(type, isAsked, models);
        if (schema == null) schema = new JsonSchema();
        schema = limited(schema, component.getAccessor());
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean isLeftOut = isLeftOut(raw) || isLeftOut(component.getAccessor());
        if (mayBeNull && !isAsked && !isLeftOut) schema = orNull(schema);
        if (schema.get$ref() == null) schema.description(Words.find(SchemaNames.of(owner) + "." + name, name));
        model.addProperty(name, schema);
        boolean isRequired = isAsked
                ? isMarked(component.getAccessor(), RequiredMode.REQUIRED)
                : (!mayBeNull || !isLeftOut) && !isMarked(component.getAccessor(), RequiredMode.NOT_REQUIRED);
        if (isRequired) model.addRequiredItem(name);
    }

    private void addFieldsOf(Schema<Object> model, ResolvableType part, Map<String, Schema<?>> models) {
        for (var component : part.toClass().getRecordComponents()) addField(model, part, component, models);
    }

    private static Schema<?> limited(Schema<?> schema, AnnotatedElement accessor) {
        var limits = accessor.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (limits != null && limits.minLength() > 0) schema.minLength(limits.minLength());
        if (limits != null && limits.maxLength() < Integer.MAX_VALUE) schema.maxLength(limits.maxLength());
        var count = accessor.getAnnotation(ArraySchema.class);
        if (count != null && count.minItems() < Integer.MAX_VALUE) schema.minItems(count.minItems());
        if (count != null && count.maxItems() > 0) schema.maxItems(count.maxItems());
        return schema;
    }

    /** What may be anything may be null as it is. */
    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null && schema.getTypes() == null) return schema;
        if (schema.get$ref() != null) return new JsonSchema().oneOf(List.of(schema, ValueSchemas.of("null", null)));
        var types = new LinkedHashSet<>(schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        return schema;
    }

    private static boolean isLeftOut(AnnotatedElement element) {
        var include = element.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static boolean isMarked(AnnotatedElement accessor, RequiredMode mode) {
        var schema = accessor.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return schema != null && schema.requiredMode() == mode;
    }
}
