package io.minutebook.server.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The headers that answers bear beside the usual ones. */
final class AnswerHeaders {

    static final String LEDGER_POSITION = "Ledger-Position";
    static final String TRACE_ID = "Trace-Id";
    static final String IDEMPOTENT_REPLAY = "Idempotent-Replay";
    static final String RETRY_AFTER = "Retry-After";
    static final String CHALLENGE = "WWW-Authenticate";
    static final String FILE_NAME = "Content-Disposition";
    static final String MONTH_STATUS = "Minutebook-Status";

    private AnswerHeaders() {}

    static Map<String, Header> all() {
        var headers = new TreeMap<String, Header>();
        headers.put(LEDGER_POSITION, header(LEDGER_POSITION, ValueSchemas.of("integer", null).format("int64")));
        headers.put(TRACE_ID, header(TRACE_ID, ValueSchemas.of("string", null)));
        headers.put(IDEMPOTENT_REPLAY, header(IDEMPOTENT_REPLAY, ValueSchemas.choice("true")));
        headers.put(RETRY_AFTER, header(RETRY_AFTER, ValueSchemas.of("integer", null).format("int32")));
        headers.put(CHALLENGE, header(CHALLENGE, ValueSchemas.of("string", null)));
        headers.put(FILE_NAME, header(FILE_NAME, ValueSchemas.of("string", null)));
        headers.put(MONTH_STATUS, header(MONTH_STATUS, ValueSchemas.choice("PROVISIONAL", "FINAL")));
        return headers;
    }

    /** References to the headers of these names, and to the one that every answer bears. */
    static Map<String, Header> refer(List<String> names) {
        var headers = new TreeMap<String, Header>();
        names.forEach(name -> headers.put(name, reference(name)));
        headers.put(TRACE_ID, reference(TRACE_ID));
        return headers;
    }

    private static Header reference(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    private static Header header(String name, Schema<?> schema) {
        return new Header().description(Words.of("header." + name)).schema(schema);
    }
}
