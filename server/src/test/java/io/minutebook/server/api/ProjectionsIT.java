package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.LedgerProcess;
import io.minutebook.server.fixture.LedgerServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProjectionsIT {

    private static final LedgerServer server = SharedServer.server();
    private static final Caller operator = SharedServer.operator();

    @TempDir
    Path scratch;

    @Test
    void oneIsReplayedWhileItGoesOnServing() {
        var account = operator.accountWith("20.00");
        var before = operator.get("accounts/" + account).body();

        var answer = operator.send("POST", "projections/accounts/replay", "").is(202);
        assertThat(answer.at("/name")).isEqualTo("accounts");
        assertThat(answer.json().at("/replay/of").asLong()).isPositive();

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(operator.get("accounts/" + account).is(200).body()).isEqualTo(before);
            return projection("accounts").at("/replay").isNull();
        });
        assertThat(projection("accounts").at("/state").asString()).isEqualTo("RUNNING");
        var last = operator.get("projections/accounts").is(200).json().at("/lastReplay");
        assertThat(last.at("/state").asString()).isEqualTo("DONE");
        assertThat(last.at("/events").asLong()).isPositive();
        assertThat(last.at("/finishedAt").asString()).isNotEmpty();
        assertThat(operator.get("accounts/" + account).is(200).body()).isEqualTo(before);
    }

    @Test
    void theCommandEndsWithZeroOnceTheNewOneServes() {
        var account = operator.accountWith("20.00");
        var finished = LedgerProcess.run(scratch, "replay", "accounts", "--database-url", server.databaseUrl());
        assertThat(finished.status()).as(finished.errors()).isZero();
        assertThat(finished.output().lines()).last().asString().startsWith("accounts is replayed: ");
        assertThat(operator.get("accounts/" + account).is(200).at("/funds/cash")).isEqualTo("20.00");
    }

    @Test
    void theCommandNamesTheProjectionsThereAre() {
        var finished = LedgerProcess.run(scratch, "replay", "moon", "--database-url", server.databaseUrl());
        assertThat(finished.status()).isEqualTo(1);
        assertThat(finished.errors())
                .contains("minutebook: no projection is called moon: there are accounts, packs, usage, bills");
    }

    private static JsonNode projection(String name) {
        for (var status : operator.get("projections").is(200).json()) {
            if (status.at("/name").asString().equals(name)) return status;
        }
        throw new AssertionError(name);
    }
}
