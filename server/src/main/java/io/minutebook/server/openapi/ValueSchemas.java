package io.minutebook.server.openapi;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.VoucherId;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.server.idempotency.IdempotencyKey;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How values are written in JSON: their kind, the pattern they keep and an example. */
final class ValueSchemas {

    private static final String ID = "^[A-Za-z0-9-]{1,40}$";
    private static final String MONEY = "^-?[0-9]+\\.[0-9]{2}$";
    private static final String MONEY_ASKED = "^[0-9]{1,15}(\\.[0-9]{1,2})?$";

    private static final Map<Class<?>, Supplier<Schema<Object>>> SCHEMAS = Map.ofEntries(
            Map.entry(Money.class, () -> text(MONEY, "4205.00").format("decimal")),
            Map.entry(UnitPrice.class, () -> text("^[0-9]+\\.[0-9]{2,}$", "0.145").format("decimal")),
            Map.entry(AccountId.class, () -> text("^[0-9]{1,20}$", "1400000001")),
            Map.entry(OrderId.class, () -> text(ID, "O000000000001")),
            Map.entry(PackId.class, () -> text(ID, "P000000000002")),
            Map.entry(ResourceId.class, () -> text(ID, "R000000000003")),
            Map.entry(RefundId.class, () -> text(ID, "F000000000004")),
            Map.entry(CaseNumber.class, () -> text(ID, "violation-000001")),
            Map.entry(VoucherId.class, () -> text(ID, "V-2025-1")),
            Map.entry(ProductCode.class, () -> text("^[a-z0-9-]{1,100}$", "landline-outbound-30000")),
            Map.entry(BillingMonth.class, () -> text("^[0-9]{4}-(0[1-9]|1[0-2])$", "2025-01")),
            Map.entry(IdempotencyKey.class, () -> text("^[\\x20-\\x7E]{1,255}$", "order-2025-17")),
            Map.entry(Instant.class, () -> of("string", "2025-01-31T23:59:59.999+08:00").format("date-time")),
            Map.entry(LocalDate.class, () -> of("string", "2025-01-31").format("date")),
            Map.entry(Minutes.class, () -> number("int64", 30_000).minimum(BigDecimal.ZERO)),
            Map.entry(PackView.Filter.class, () -> choice("active", "lapsed")),
            Map.entry(String.class, () -> of("string", null)),
            Map.entry(BigDecimal.class, () -> of("number", null)),
            Map.entry(Boolean.class, () -> of("boolean", null)),
            Map.entry(boolean.class, () -> of("boolean", null)),
            Map.entry(Long.class, () -> number("int64", null)),
            Map.entry(long.class, () -> number("int64", null)),
            Map.entry(Integer.class, () -> number("int32", null)),
            Map.entry(int.class, () -> number("int32", null)));

    private ValueSchemas() {}

    /** Nothing for types that are no values. */
    static Optional<Schema<Object>> find(Class<?> type) {
        return declared(type).or(() -> Optional.ofNullable(SCHEMAS.get(type)).map(Supplier::get));
    }

    /** What a type or a field says of itself. */
    static Optional<Schema<Object>> declared(AnnotatedElement element) {
        var annotated = element.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return annotated == null || annotated.type().isEmpty() ? Optional.empty() : Optional.of(asAnnotated(annotated));
    }

    /** Callers may write amounts shorter than the ledger does, and never below zero. */
    static Schema<Object> asAsked(Class<?> type, Schema<Object> schema) {
        if (type == Money.class) schema.pattern(MONEY_ASKED);
        return schema;
    }

    /** Whether a parameter takes whatever is sent. */
    static boolean isAnyText(Schema<?> schema) {
        boolean isText = schema.getTypes() != null && schema.getTypes().equals(Set.of("string"));
        return isText && schema.getPattern() == null && schema.getEnum() == null && schema.getFormat() == null;
    }

    static Schema<Object> of(String type, @Nullable Object example) {
        var schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(List.of(type)));
        if (example != null) schema.setExamples(List.of(example));
        return schema;
    }

    static Schema<Object> choice(Object... values) {
        var schema = of("string", null);
        schema.setEnum(Arrays.asList(values));
        return schema;
    }

    private static Schema<Object> text(String pattern, String example) {
        var schema = of("string", example);
        schema.setPattern(pattern);
        return schema;
    }

    private static Schema<Object> number(String format, @Nullable Integer example) {
        var schema = of("integer", example);
        schema.setFormat(format);
        return schema;
    }

    private static Schema<Object> asAnnotated(io.swagger.v3.oas.annotations.media.Schema annotated) {
        var schema = of(annotated.type(), null);
        if (!annotated.format().isEmpty()) schema.format(annotated.format());
        if (!annotated.minimum().isEmpty()) schema.minimum(new BigDecimal(annotated.minimum()));
        if (!annotated.maximum().isEmpty()) schema.maximum(new BigDecimal(annotated.maximum()));
        if (annotated.allowableValues().length > 0) schema.setEnum(List.of((Object[]) annotated.allowableValues()));
        return schema;
    }
}
