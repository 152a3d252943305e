package io.minutebook.server.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Fraction;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.UsageRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How values are written in stored events: money as a decimal string in yuan, minutes as a number, identities and
 * months as strings, fractions as {@code 1/3}, instants in ISO-8601 UTC, absent values left out. It may never change for stored shapes.
 */
public final class LedgerJson {

    private LedgerJson() {}

    public static void configure(JsonMapper.Builder mapper) {
        configureByReflection(mapper);
        mapper.addModule(CallLegJson.module());
    }

    /** All of it, slower. */
    static void configureByReflection(JsonMapper.Builder mapper) {
        var times = new SimpleModule("ledger-times");
        text(times, Instant.class, InstantText::write, InstantText::read);
        text(times, Fraction.class, LedgerJson::exact, LedgerJson::fraction);
        mapper.addModule(values())
                .addModule(times)
                .addMixIn(UsageRecord.class, UsageKinds.class)
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /** The value types alone, for whoever else writes JSON about the ledger. */
    public static SimpleModule values() {
        var module = new SimpleModule("ledger-values");
        text(module, Money.class, Money::toString, Money::yuan);
        text(module, UnitPrice.class, UnitPrice::toString, UnitPrice::of);
        text(module, AccountId.class, AccountId::value, AccountId::new);
        text(module, OrderId.class, OrderId::value, OrderId::new);
        text(module, PackId.class, PackId::value, PackId::new);
        text(module, ResourceId.class, ResourceId::value, ResourceId::new);
        text(module, RefundId.class, RefundId::value, RefundId::new);
        text(module, CaseNumber.class, CaseNumber::value, CaseNumber::new);
        text(module, VoucherId.class, VoucherId::value, VoucherId::new);
        text(module, ProductCode.class, ProductCode::value, ProductCode::new);
        text(module, BillingMonth.class, BillingMonth::toString, BillingMonth::parse);
        module.addSerializer(Minutes.class, new MinutesSerializer());
        module.addDeserializer(Minutes.class, new MinutesDeserializer());
        return module;
    }

    /** As in {@code 175299/100}. */
    private static String exact(Fraction fraction) {
        return fraction.numerator() + "/" + fraction.denominator();
    }

    private static Fraction fraction(String text) {
        int stroke = text.indexOf('/');
        return new Fraction(new BigInteger(text.substring(0, stroke)), new BigInteger(text.substring(stroke + 1)));
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new TextSerializer<>(type, write));
        module.addDeserializer(type, new TextDeserializer<>(type, read));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CallLeg.class, name = "call-leg"),
        @JsonSubTypes.Type(value = Recognition.class, name = "recognition"),
        @JsonSubTypes.Type(value = BotMessages.class, name = "bot-messages")
    })
    private interface UsageKinds {}

    private static final class TextSerializer<T> extends StdSerializer<T> {
        private final Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
        }
    }

    private static final class TextDeserializer<T> extends StdDeserializer<T> {
        private final Function<String, T> read;

        TextDeserializer(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return read.apply(in.getValueAsString());
        }
    }

    private static final class MinutesSerializer extends StdSerializer<Minutes> {
        MinutesSerializer() {
            super(Minutes.class);
        }

        @Override
        public void serialize(Minutes value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.value());
        }
    }

    private static final class MinutesDeserializer extends StdDeserializer<Minutes> {
        MinutesDeserializer() {
            super(Minutes.class);
        }

        @Override
        public Minutes deserialize(JsonParser in, DeserializationContext context) {
            return new Minutes(in.getLongValue());
        }
    }
}
