package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.AccountId;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.looks.LookSettings;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever reads what belongs to others leaves a record that auditors can read. */
class LooksIT {

    private static final Caller operator = SharedServer.operator();

    @Test
    void readingAnAccountIsKeptWithWhoAndHowOften() {
        var account = operator.accountWith("1.00");
        var key = SharedServer.server().bean(ApiKeys.class).create(KeyRole.AUDITOR);
        var auditor = operator.with(key.secret());
        for (int i = 0; i < 3; i++) auditor.get("accounts/" + account + "/packs").is(200);
        auditor.get("accounts/404404/packs").isProblem(404, "UNKNOWN_ACCOUNT");

        await().atMost(Duration.ofSeconds(30)).until(() -> timesOf(looks("key=" + key.id())) == 3);
        assertThat(looks("key=" + key.id())).allSatisfy(look -> {
            assertThat(look.at("/accountId").asString()).isEqualTo(account);
            assertThat(look.at("/role").asString()).isEqualTo("AUDITOR");
            assertThat(look.at("/operation").asString()).isEqualTo("GET /api/v1/accounts/{accountId}/packs");
            assertThat(look.at("/fullNumbers").asBoolean()).isFalse();
        });
        assertThat(timesOf(looks("accountId=" + account + "&key=" + key.id()))).isEqualTo(3);
    }

    @Test
    void whatAPlatformReadsOfItsOwnIsNotKept() {
        var account = operator.accountWith("1.00");
        var key = SharedServer.server().bean(ApiKeys.class).create(KeyRole.PLATFORM, new AccountId(account));
        operator.with(key.secret()).get("accounts/" + account + "/usage?month=2025-01").is(200);
        operator.get("accounts/" + account + "/usage?month=2025-01").is(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> timesOf(looks("accountId=" + account)) > 0);
        assertThat(looks("key=" + key.id())).isEmpty();
    }

    @Test
    void aRecordInFullIsShownOnlyOnceItIsKept() {
        publish("{\"broken\": \"+8613812348000\"");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !operator.get("ingest/dead-letters?reason=MALFORMED").json().at("/items").isEmpty());
        var id = operator.get("ingest/dead-letters?reason=MALFORMED").at("/items/0/id");
        var key = SharedServer.server().bean(ApiKeys.class).create(KeyRole.FINANCE);
        operator.with(key.secret()).get("ingest/dead-letters/" + id).is(200);

        var looks = looks("key=" + key.id());
        assertThat(looks).hasSize(1);
        assertThat(looks.getFirst().at("/fullNumbers").asBoolean()).isTrue();
        assertThat(looks.getFirst().at("/subject").asString()).isEqualTo(id);
    }

    @Test
    void itIsKeptForAYearUnlessOtherwiseSet() {
        assertThat(SharedServer.server().bean(LookSettings.class).retention()).isEqualTo(Duration.ofDays(365));
    }

    private static long timesOf(List<JsonNode> looks) {
        return looks.stream().mapToLong(look -> look.at("/times").asLong()).sum();
    }

    private static List<JsonNode> looks(String query) {
        return operator.get("looks?" + query).is(200).json().at("/items").valueStream().toList();
    }

    private static void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var value = record.getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(SharedServer.server().usageTopic(), null, value));
        }
    }
}
