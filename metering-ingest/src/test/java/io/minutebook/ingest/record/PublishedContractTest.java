package io.minutebook.ingest.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PublishedContractTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SERVED_AT = "https://ledger.example/api/schemas/";
    private static final Schema USAGE_RECORD = usageRecord();
    private static final List<String> SAMPLES = PublishedContract.SAMPLES;

    private static final Set<String> PARTS_OF_THE_ID = Set.of("id", "sessionId", "legId", "batchId");
    private static final JsonNode A_WORD = JSON.readTree("\"NO_SUCH_WORD\"");

    /** JSON of every kind, and a text that no field knows. */
    private static final List<JsonNode> STRANGERS = Stream.of(
                    "null", "true", "[]", "{}", "1.5", "-1", "99999999999999999999", "\"\"", A_WORD.toString())
            .map(JSON::readTree)
            .toList();

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void aSampleKeepsTheSchemaAndIsRead(String name) {
        var sample = sample(name);

        assertThat(USAGE_RECORD.validate(sample)).isEmpty();
        assertThat(decode(sample)).isInstanceOf(Readable.class);
    }

    @Test
    void theSamplesShowEveryRecordType() {
        assertThat(SAMPLES.stream().map(name -> sample(name).at("/type").asString()).distinct())
                .containsExactlyInAnyOrderElementsOf(PublishedContract.SCHEMAS.stream()
                        .filter(name -> name.endsWith(".v1"))
                        .map("minutebook."::concat)
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void schemaAndDecoderRefuseTheSameWhenOneFieldIsAnother(String name) {
        var sample = sample(name);
        int refused = 0;
        for (var path : List.of("", "/data")) {
            for (var field : List.copyOf(sample.at(path).propertyNames())) {
                if (field.equals("data")) continue;
                refused += agree(name, path, field, object -> object.remove(field));
                for (var stranger : strangersTo(field, sample.at(path + "/" + field))) {
                    refused += agree(name, path, field, object -> object.set(field, stranger));
                }
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    /** What the rest of the record would contradict is left out: no schema compares a field with others. */
    private static List<JsonNode> strangersTo(String field, JsonNode value) {
        return STRANGERS.stream()
                .filter(stranger -> !(value.isNumber() && isLong(stranger)))
                .filter(stranger -> !(PARTS_OF_THE_ID.contains(field) && stranger.equals(A_WORD)))
                .toList();
    }

    private static boolean isLong(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    private static int agree(String name, String path, String field, Consumer<ObjectNode> change) {
        var changed = sample(name);
        change.accept((ObjectNode) changed.at(path));
        boolean keepsSchema = USAGE_RECORD.validate(changed).isEmpty();
        boolean isRead = decode(changed) instanceof Readable;
        assertThat(isRead).as("%s %s/%s %s", name, path, field, changed).isEqualTo(keepsSchema);
        return isRead ? 0 : 1;
    }

    /** Each is a change to the answered outbound call. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "legType=AGENT_MOBILE direction=INBOUND                                      | false",
        "legType=EXTERNAL_TRANSFER direction=INBOUND                                 | false",
        "legType=AGENT_MOBILE                                                        | true",
        "serviceNumberType=NUM400                                                    | false",
        "serviceNumberType=NUM400 serviceNumberOwnership=CUSTOMER                    | true",
        "serviceNumberType=NUM400 legType=AGENT_SIP                                  | true",
        "serviceNumberType=NUM400 direction=INBOUND                                  | true",
        "serviceNumberType=NUM400 network=VOIP                                       | true",
        "network=VOIP serviceNumber=null serviceNumberType=null                      | true",
        "network=VOIP serviceNumber=12                                               | false",
        "serviceNumber=123                                                           | true",
        "serviceNumber=123456789012345678901234567890123                             | false",
        "disposition=BUSY                                                            | false",
        "supersedes=1:s:main                                                         | false",
        "supersedes=                                                                 | true",
        "startedAt=2025-01-15T02:00:00Z                                              | true",
        "startedAt=2025-01-15t02:00:00.123456789z                                    | true",
        "startedAt=2025-01-15T10:00:00                                               | false",
        "startedAt=2025-02-30T10:00:00+08:00                                         | false",
        "startedAt=2025-01-15T24:00:00+08:00                                         | false",
        "startedAt=2025-01-15                                                        | false",
        "calleeArea=                                                                 | true",
        "brandNewField=1                                                             | true"
    })
    void schemaAndDecoderAgreeOnFieldsThatDependOnEachOther(String changes, boolean readable) {
        var record = sample("call-outbound");
        var data = (ObjectNode) record.at("/data");
        for (var change : changes.split(" ")) {
            var parts = change.split("=", 2);
            if (parts[1].equals("null")) data.remove(parts[0]);
            else data.put(parts[0], parts[1]);
        }

        assertThat(USAGE_RECORD.validate(record).isEmpty()).isEqualTo(readable);
        assertThat(decode(record) instanceof Readable).isEqualTo(readable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionId", "caller", "calleeArea", "agentId"})
    void neitherTakesATextWithNul(String field) {
        var record = sample("call-outbound");
        ((ObjectNode) record.at("/data")).put(field, "a\0b");

        assertThat(USAGE_RECORD.validate(record)).isNotEmpty();
        assertThat(decode(record)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "../samples/call-outbound", "call-leg.v1.json"})
    void aNameThatIsNoneOfThemIsNoFile(String name) {
        assertThat(PublishedContract.schema(name)).isEmpty();
        assertThat(PublishedContract.sample(name)).isEmpty();
    }

    private static Decoded decode(JsonNode record) {
        var value = record.toString().getBytes(UTF_8);
        return Decoding.decode(new Delivery("usage-records", 0, 0, null, value, List.of(), CallLegJson.NOW));
    }

    private static JsonNode sample(String name) {
        return JSON.readTree(PublishedContract.sample(name).orElseThrow());
    }

    private static Schema usageRecord() {
        Map<String, String> schemas = new HashMap<>();
        for (var name : PublishedContract.SCHEMAS) {
            var schema = PublishedContract.schema(name).orElseThrow();
            schemas.put(SERVED_AT + name + ".json", new String(schema, UTF_8));
        }
        var strict = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(schemas).schemaRegistryConfig(strict))
                .getSchema(SchemaLocation.of(SERVED_AT + "usage-record.json"));
    }
}
