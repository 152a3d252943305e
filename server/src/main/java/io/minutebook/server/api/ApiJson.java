package io.minutebook.server.api;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.VoucherId;
import io.minutebook.server.problem.BadValue;
import io.minutebook.server.store.LedgerJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON as the API speaks it. It reads strictly: no type is taken for another, no name is given twice, no number
 * or body is read that is larger than any the API means; unknown fields are ignored. Times are written in
 * Asia/Shanghai with milliseconds.
 */
@Configuration(proxyBeanMethods = false)
class ApiJson {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(BusinessTime.ZONE);

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxDocumentLength(1_048_576)
            .maxNestingDepth(20)
            .maxNumberLength(40)
            .build();

    @Bean
    @Primary
    static JsonMapper apiJsonMapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(LIMITS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(LedgerJson.values())
                .addModule(values())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    private static SimpleModule values() {
        var module = new SimpleModule("api-values");
        read(module, String.class, "a text", ApiValues::text);
        read(module, Money.class, "a decimal string", ApiValues::amount);
        read(module, Instant.class, "a time as a text", ApiValues::instant);
        read(module, ResourceId.class, "a text", ApiValues::resourceId);
        read(module, VoucherId.class, "a text", ApiValues::voucherId);
        module.addSerializer(Instant.class, new TimeWriter());
        return module;
    }

    private static <T> void read(SimpleModule module, Class<T> type, String wanted, Function<String, T> read) {
        module.addDeserializer(type, new TextReader<>(type, wanted, read));
    }

    private static final class TextReader<T> extends StdScalarDeserializer<T> {
        private final String wanted;
        private final transient Function<String, T> read;

        TextReader(Class<T> type, String wanted, Function<String, T> read) {
            super(type);
            this.wanted = wanted;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) throw new BadValue("send " + wanted);
            return read.apply(in.getString());
        }
    }

    private static final class TimeWriter extends StdSerializer<Instant> {
        TimeWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(TIME.format(value));
        }
    }
}
