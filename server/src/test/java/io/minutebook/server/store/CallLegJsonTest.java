package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Ownership;
import io.minutebook.billing.usage.Party;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.ServiceNumberType;
import io.minutebook.billing.usage.UsageListed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CallLegJsonTest {

    private static final long SEED = 20_250_131;
    private static final String[] TEXTS = {"main", "", "中文 – ü", "a\"b\\c\n\t\u0001", "😀", "</script>", "\u2028"};

    private final Random random = new Random(SEED);
    private final JsonMapper fast = mapper(true);
    private final JsonMapper plain = mapper(false);

    private static JsonMapper mapper(boolean isFast) {
        var builder = JsonMapper.builder();
        if (isFast) LedgerJson.configure(builder);
        else LedgerJson.configureByReflection(builder);
        return builder.build();
    }

    @Test
    void isWrittenAndReadAsReflectionDoesWhateverIsAbsent() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < 2_000; i++) {
            var event = new UsageListed(MeteredUsage.of(leg(), Meter.UNMETERED));
            var written = fast.writeValueAsString(event);
            assertThat(written).isEqualTo(plain.writeValueAsString(event));
            assertThat(fast.readValue(written, UsageListed.class)).isEqualTo(event);
        }
    }

    @Test
    void isReadInWhateverOrderTheFieldsStand() {
        var sample = Samples.callLeg();
        var fields = plain.readTree(plain.writeValueAsString(sample));
        var turned = plain.createObjectNode();
        fields.propertyNames().stream().sorted().forEach(name -> turned.set(name, fields.get(name)));

        assertThat(fast.readValue(turned.toString(), CallLeg.class)).isEqualTo(sample);
        assertThat(fast.readValue(turned.put("agentId", (String) null).toString(), CallLeg.class).agentId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"surprise", "caller/surprise", "id/surprise"})
    void refusesAFieldItDoesNotKnow(String place) {
        var tree = plain.readTree(plain.writeValueAsString(Samples.callLeg())).asObject();
        int slash = place.indexOf('/');
        var holder = slash < 0 ? tree : tree.get(place.substring(0, slash)).asObject();
        holder.put(place.substring(slash + 1), "?");

        assertThatThrownBy(() -> fast.readValue(tree.toString(), CallLeg.class)).hasMessageContaining("surprise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id", "accountId", "applicationId", "sessionId", "legId", "revision", "legType", "network", "startedAt",
                "endedAt"
            })
    void refusesALegThatLacksWhatEachHas(String name) {
        var tree = plain.readTree(plain.writeValueAsString(Samples.callLeg())).asObject();
        tree.remove(name);

        assertThatThrownBy(() -> fast.readValue(tree.toString(), CallLeg.class)).hasMessageContaining(name);
        tree.putNull(name);
        assertThatThrownBy(() -> fast.readValue(tree.toString(), CallLeg.class)).hasMessageContaining(name);
    }

    private CallLeg leg() {
        return new CallLeg(
                new RecordId("/cdr/" + text(), text()),
                new AccountId(Long.toString(random.nextLong(1, Long.MAX_VALUE))),
                random.nextLong(),
                text(),
                text(),
                random.nextInt(),
                perhaps(this::text),
                one(LegType.values()),
                one(Network.values()),
                one(Direction.values()),
                one(MediaType.values()),
                perhaps(this::text),
                perhaps(() -> one(ServiceNumberType.values())),
                perhaps(() -> one(Ownership.values())),
                perhaps(() -> new Party(text(), text())),
                perhaps(() -> new Party(text(), text())),
                perhaps(this::text),
                instant(),
                perhaps(this::instant),
                instant(),
                one(Disposition.values()),
                perhaps(random::nextInt),
                perhaps(this::text));
    }

    private String text() {
        return one(TEXTS) + random.nextInt(100);
    }

    private Instant instant() {
        var instant = Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L));
        return random.nextBoolean() ? instant : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T perhaps(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
