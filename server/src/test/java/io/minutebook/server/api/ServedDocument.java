package io.minutebook.server.api;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API as a server gives it out, read strictly: no answer may hold a field it does not name. */
final class ServedDocument {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    ServedDocument(JsonNode document) {
        this.document = document;
        for (var path : document.at("/paths").properties()) {
            for (var method : path.getValue().properties()) {
                var name = method.getKey().toUpperCase(Locale.ROOT);
                operations.add(new Operation(name, path.getKey(), method.getValue()));
            }
        }
        operations.sort(Comparator.comparing((Operation operation) -> operation.path().contains("{"))
                .thenComparingInt(operation -> -operation.path().length()));
    }

    /** What can be asked: a method on a path. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.at("/operationId").asString();
        }

        boolean takesKey() {
            return parameters().stream()
                    .anyMatch(parameter -> parameter.at("/name").asString().equals("Idempotency-Key"));
        }

        List<JsonNode> parameters() {
            return List.copyOf(node.at("/parameters").values());
        }

        List<String> codes() {
            return node.at("/x-problem-codes").values().stream().map(JsonNode::asString).toList();
        }

        boolean answers(String requested, String requestedPath) {
            var literal = Pattern.compile("\\{[^}]+}").splitAsStream(path).map(Pattern::quote).toList();
            var pattern = String.join("[^/]+", literal) + (path.endsWith("}") ? "[^/]+" : "");
            return method.equals(requested) && requestedPath.matches(pattern);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    List<Operation> operations() {
        return operations;
    }

    /** The operation that an exchange is about. */
    Operation operationOf(Exchange exchange) {
        return operations.stream()
                .filter(operation -> operation.answers(exchange.method(), exchange.path()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + exchange.method() + " " + exchange.path()));
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** What a reference leads to. */
    JsonNode resolve(JsonNode node) {
        var reference = node.at("/$ref");
        return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
    }

    /** What is wrong with a value, by its schema. */
    List<String> faults(JsonNode schema, JsonNode value) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", strict(document.at("/components").deepCopy()));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode strict(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.values().forEach(ServedDocument::strict);
        return node;
    }

    String written() {
        return JSON.writeValueAsString(document) + "\n";
    }
}
