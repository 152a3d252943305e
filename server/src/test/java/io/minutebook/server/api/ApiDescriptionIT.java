package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.minutebook.server.api.ServedDocument.Operation;
import io.minutebook.server.fixture.LedgerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the description of the API against what a server answers, and its examples against both. {@code
 * -Dapi.examples=write} takes the answers of the tour for new examples, {@code -Dapi.document=write} takes what is
 * served for the approved description.
 */
class ApiDescriptionIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final boolean WRITES_EXAMPLES = "write".equals(System.getProperty("api.examples"));
    private static final boolean WRITES_DOCUMENT = "write".equals(System.getProperty("api.document"));
    private static final Path APPROVED = Path.of("../api-client/openapi.json");
    private static final Set<String> OF_ANY_OPERATION = Set.of(
            "UNAUTHENTICATED", "FORBIDDEN", "UNSUPPORTED_MEDIA_TYPE", "INTERNAL_ERROR", "BUSY", "READ_MODEL_BEHIND",
            "DATABASE_UNAVAILABLE");

    private static final List<Exchange> exchanges = new ArrayList<>();
    private static ServedDocument served = new ServedDocument(JSON.createObjectNode());

    @BeforeAll
    static void takeTheTour() throws IOException {
        try (var server = LedgerServer.startAt(
                ApiTour.BEGIN,
                "minutebook.read-timeout=1s",
                "minutebook.enforce-preconditions=true",
                "minutebook.webhooks.allow-internal-addresses=localhost",
                "minutebook.close.first-month=2024-11",
                "spring.datasource.hikari.connection-timeout=1000")) {
            var operator = Caller.operatorOf(server);
            served = new ServedDocument(operator.get("/api/openapi.json").is(200).json());
            var tour = new ApiTour(server);
            exchanges.addAll(tour.take());
            exchanges.addAll(mistakes(operator));
            exchanges.addAll(tour.meetTroubles());
        }
        if (WRITES_EXAMPLES) writeExamples();
        if (WRITES_DOCUMENT) Files.writeString(APPROVED, served.written());
    }

    @AfterAll
    static void forget() {
        exchanges.clear();
    }

    @BeforeEach
    void judgesNoExamplesThatAreBeingWritten() {
        assumeFalse(WRITES_EXAMPLES, "the examples that were written are served after the next build");
    }

    @Test
    void everyOperationTellsWhatItDoes() {
        var ids = served.operations().stream().map(Operation::id).toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+([A-Z][a-z]+)+"));
        assertThat(served.operations()).allSatisfy(operation -> {
            assertThat(operation.node().at("/summary").asString()).as("summary of %s", operation).isNotBlank();
            assertThat(operation.node().at("/tags")).as("tags of %s", operation).hasSize(1);
            for (var parameter : operation.parameters()) {
                assertThat(parameter.at("/description").asString())
                        .as("%s of %s in words.properties", parameter.at("/name").asString(), operation)
                        .isNotBlank();
            }
        });
    }

    @Test
    void everyShapeTellsWhatItIs() {
        assertThat(served.at("/components/schemas").properties()).isNotEmpty().allSatisfy(shape ->
                assertThat(shape.getValue().at("/description").asString())
                        .as("%s: add it to words.properties", shape.getKey())
                        .isNotBlank());
    }

    @Test
    void everyAnswerOfEveryOperationHasAnExample() {
        for (var operation : served.operations()) {
            for (var answer : operation.node().at("/responses").properties()) {
                var name = operation + " " + answer.getKey();
                var contents = served.resolve(answer.getValue()).at("/content").properties();
                assertThat(contents).as("contents of %s", name).isNotEmpty();
                assertThat(contents)
                        .as("an example of %s: let ApiTour ask for it, then write the examples anew", name)
                        .allMatch(content -> content.getValue().has("example") || content.getValue().has("examples"));
            }
            assertThat(described(operation))
                    .as("examples of the problems of %s", operation)
                    .containsAll(operation.codes());
            assertThat(operation.node().at("/requestBody/content").values())
                    .as("an example of what %s takes", operation)
                    .allMatch(content -> content.has("example"));
        }
    }

    @Test
    void everyExampleKeepsItsSchema() {
        for (var operation : served.operations()) {
            for (var content : operation.node().at("/requestBody/content").values()) {
                assertThat(served.faults(content.at("/schema"), content.at("/example")))
                        .as(operation.id())
                        .isEmpty();
            }
            for (var answer : operation.node().at("/responses").properties()) {
                for (var content : served.resolve(answer.getValue()).at("/content").values()) {
                    for (var example : examplesOf(content)) {
                        assertThat(served.faults(content.at("/schema"), example))
                                .as("%s %s", operation, answer.getKey())
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void whatAServerAnswersIsDescribed() {
        for (var exchange : exchanges) {
            var operation = served.operationOf(exchange);
            var name = operation + " " + exchange.name() + " " + exchange.reply().body();
            var answer = answerTo(exchange, operation);
            assertThat(answer.isMissingNode()).as(name).isFalse();
            assertThat(described(operation)).as(name).contains(exchange.name());
            var type = exchange.reply().header("Content-Type").orElse("").replaceFirst(";.*", "");
            var content = answer.at("/content").path(type);
            assertThat(content.isMissingNode()).as("%s as %s", name, type).isFalse();
            assertThat(served.faults(content.at("/schema"), valueOf(exchange))).as(name).isEmpty();
        }
    }

    @Test
    void theHeadersOfAnAnswerAreDescribedAndThere() {
        for (var exchange : exchanges) {
            if (exchange.name().equals("DATABASE_UNAVAILABLE")) continue;
            var operation = served.operationOf(exchange);
            var answer = answerTo(exchange, operation);
            for (var header : answer.at("/headers").propertyNames()) {
                if (header.equals("Idempotent-Replay")) continue;
                assertThat(exchange.reply().header(header))
                        .as("%s of %s %s", header, operation, exchange.name())
                        .isPresent();
            }
        }
        assertThat(exchanges).anyMatch(exchange -> exchange.reply().header("Idempotent-Replay").isPresent());
    }

    @Test
    void everyExampleIsStillAnswered() {
        var answered = new TreeSet<String>();
        for (var exchange : exchanges) {
            var operation = served.operationOf(exchange);
            answered.add(placeOf(operation, exchange.name()));
        }
        for (var operation : served.operations()) {
            for (var name : described(operation)) {
                assertThat(answered).contains(placeOf(operation, name));
            }
        }
    }

    @Test
    void theApprovedDescriptionIsWhatIsServed() throws IOException {
        assertThat(Files.readString(APPROVED))
                .as("what is served differs from api-client/openapi.json; if that is meant, approve it with"
                        + " ./mvnw -pl server -am verify -Dit.test=ApiDescriptionIT -Dapi.document=write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=NONE")
                .isEqualTo(served.written());
    }

    /** Every request with what makes it fail before the business is asked: once for each field that must be given. */
    private static List<Exchange> mistakes(Caller operator) {
        var talk = new Conversation(operator);
        var seen = new HashSet<String>();
        for (var exchange : List.copyOf(exchanges)) {
            var operation = served.operationOf(exchange);
            if (!exchange.isSuccess() || !seen.add(operation.id())) continue;
            if (operation.codes().contains("MALFORMED_REQUEST")) malform(talk, operation, exchange);
            var body = exchange.body();
            if (operation.takesKey()) {
                talk.send(exchange.method(), exchange.path(), null, body).isProblem(400, "IDEMPOTENCY_KEY_MISSING");
            }
            if (operation.codes().contains("UNKNOWN_ACCOUNT")) {
                var path = Objects.requireNonNull(exchange.reply().response().uri().toString());
                var unknown = path.replaceFirst("^http://[^/]+", "")
                        .replaceFirst("(accounts/|accountId=)[0-9]+", "$1" + "404404");
                talk.send(exchange.method(), unknown, keyFor(operation), body).isProblem(404, "UNKNOWN_ACCOUNT");
            }
        }
        return talk.exchanges();
    }

    private static void malform(Conversation talk, Operation operation, Exchange exchange) {
        var schema = served.resolve(operation.node().at("/requestBody/content/application~1json/schema"));
        for (var field : schema.at("/required").values()) {
            var body = (ObjectNode) JSON.readTree(exchange.body());
            body.remove(field.asString());
            var reply = talk.send(exchange.method(), exchange.path(), keyFor(operation), body.toString());
            reply.isProblem(400, "MALFORMED_REQUEST");
            assertThat(reply.at("/detail")).contains(field.asString());
        }
        if (schema.has("required")) return;
        var parameter =
                operation.parameters().stream().filter(ApiDescriptionIT::isParticular).findFirst().orElseThrow();
        var path = with(parameter, operation, exchange);
        talk.send(exchange.method(), path, keyFor(operation), exchange.body()).isProblem(400, "MALFORMED_REQUEST");
    }

    /** Whether something can be sent that it does not take. */
    private static boolean isParticular(JsonNode parameter) {
        var schema = served.resolve(parameter.at("/schema"));
        return schema.has("pattern") || schema.has("enum") || schema.has("format");
    }

    private static String with(JsonNode parameter, Operation operation, Exchange exchange) {
        var name = parameter.at("/name").asString();
        if (parameter.at("/in").asString().equals("query")) return exchange.path() + "?" + name + "=%21";
        var asked = operation.path().split("/", -1);
        var steps = exchange.path().split("/", -1);
        for (int step = 0; step < steps.length; step++) {
            if (asked[step].contains("{" + name + "}")) steps[step] = asked[step].replace("{" + name + "}", "%21");
        }
        return String.join("/", steps);
    }

    private static @Nullable String keyFor(Operation operation) {
        return operation.takesKey() ? UUID.randomUUID().toString() : null;
    }

    /** The names of all answers of an operation: statuses of successes, codes of problems. */
    private static Set<String> described(Operation operation) {
        var names = new TreeSet<String>();
        for (var answer : operation.node().at("/responses").properties()) {
            var contents = served.resolve(answer.getValue()).at("/content");
            if (answer.getKey().startsWith("2")) names.add(answer.getKey());
            else contents.values().forEach(content -> names.addAll(content.at("/examples").propertyNames()));
        }
        return names;
    }

    private static List<JsonNode> examplesOf(JsonNode content) {
        return content.has("example")
                ? List.of(content.at("/example"))
                : content.at("/examples").values().stream().map(example -> example.at("/value")).toList();
    }

    private static String placeOf(Operation operation, String answer) {
        return folderOf(operation, answer) + "/" + answer;
    }

    private static String folderOf(Operation operation, String answer) {
        return OF_ANY_OPERATION.contains(answer) ? "any" : operation.id();
    }

    private static JsonNode answerTo(Exchange exchange, Operation operation) {
        var status = Integer.toString(exchange.reply().status());
        return served.resolve(operation.node().at("/responses").path(status));
    }

    private static JsonNode valueOf(Exchange exchange) {
        return exchange.isFile() ? JSON.valueToTree(exchange.reply().body()) : exchange.reply().json();
    }

    private static void writeExamples() throws IOException {
        ExampleFiles.clear();
        for (var exchange : exchanges) {
            var operation = served.operationOf(exchange);
            ExampleFiles.write(folderOf(operation, exchange.name()), exchange);
            var body = exchange.body();
            if (body == null || !exchange.isSuccess() || !operation.node().has("requestBody")) continue;
            ExampleFiles.writeRequest(operation, body);
        }
    }
}
