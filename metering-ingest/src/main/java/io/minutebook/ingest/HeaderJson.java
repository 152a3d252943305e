package io.minutebook.ingest;

import io.minutebook.ingest.record.Header;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kafka headers as they are stored: {@code [{"key": ..., "value": base64}]} in their order, none left out.
 */
final class HeaderJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Header>> HEADERS = new TypeReference<>() {};

    private HeaderJson() {}

    static String write(List<Header> headers) {
        return MAPPER.writeValueAsString(headers);
    }

    static List<Header> read(String json) {
        return MAPPER.readValue(json, HEADERS);
    }
}
