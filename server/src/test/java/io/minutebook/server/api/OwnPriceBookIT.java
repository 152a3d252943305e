package io.minutebook.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A price list of the operator's own, by which landline numbers and packs of bot messages cost more from February on. */
class OwnPriceBookIT {

    private static final Instant START = Instant.parse("2025-01-15T04:00:00Z");
    private static final String NUMBER = "number-landline,NUMBER,CALL,,2020-01-01,";
    private static final String FREE = "bot-messages-100k,MESSAGE_PACK,ADD_ON,,2020-01-01,";

    private final String database = RealParts.newDatabase();
    private final String topic = RealParts.newTopicName();

    @TempDir
    Path folder;

    @Test
    void whatWasBoughtStaysAsItWasAndNewPricesHoldFromTheirDayOn() throws IOException {
        String account;
        String orders;
        String bill;
        String key;
        try (var server = start()) {
            var operator = Caller.operatorOf(server);
            key = operator.key();
            account = operator.accountWith("10000.00");
            order(operator, account, "{'product': 'number-landline', 'months': 1, 'autoRenew': true},"
                            + "{'product': 'chat-standard', 'months': 3, 'region': 'DOMESTIC', 'applicationId': 1},"
                            + "{'product': 'bot-messages-100k', 'region': 'DOMESTIC', 'applicationId': 1}")
                    .is(201);
            orders = operator.get("accounts/" + account + "/orders").body();
            bill = operator.get("accounts/" + account + "/bills/2025-01").body();
        }
        try (var server = start("minutebook.price-book=" + ownList())) {
            var operator = new Caller(server.url(), key);
            assertThat(operator.get("accounts/" + account + "/orders").body()).isEqualTo(orders);
            assertThat(operator.get("accounts/" + account + "/bills/2025-01").body()).isEqualTo(bill);
            assertThat(rentOn(operator, "2025-01-31T23:59:59.999Z")).isEqualTo("60.00");
            assertThat(rentOn(operator, "2025-01-31T23:59:59.999%2B08:00")).isEqualTo("50.00");

            operator.put("clock", "{\"now\": \"2025-02-20T12:00:00+08:00\"}").is(200);

            assertThat(operator.get("accounts/" + account + "/orders").at("/items/0/payable")).isEqualTo("60.00");
            var pack = "{'product': 'bot-messages-100k', 'region': 'DOMESTIC', 'applicationId': 1}";
            assertThat(order(operator, account, pack).is(201).at("/payable")).isEqualTo("1000.00");
            assertThat(operator.get("accounts/" + account + "/bills/2025-01").body()).isEqualTo(bill);
            assertThat(listsOf(operator, account)).hasSize(2);
            assertThat(new CommandLine(new VerifyCommand()).execute("--database-url", database)).isZero();
        }
    }

    @Test
    void aBrokenListIsToldWithFileLineAndRuleAndNothingIsSold() throws IOException {
        var broken = folder.resolve("broken.csv");
        Files.writeString(broken, Files.readString(ownList()).replace(",36,STANDARD,,3,", ",0,STANDARD,,3,"));

        assertThatThrownBy(() -> start("minutebook.price-book=" + broken).close())
                .hasStackTraceContaining(CannotStart.class.getName() + ": nothing is sold by a broken price list: "
                        + broken + ", line 41: at most 0 periods, at least 1");
        assertThatThrownBy(() -> start("minutebook.price-book=" + folder.resolve("none.csv")).close())
                .hasStackTraceContaining("minutebook.price-book cannot be read: " + folder.resolve("none.csv"));
    }

    private LedgerServer start(String... properties) {
        var all = Stream.concat(
                Stream.of("spring.datasource.url=" + database, "minutebook.usage-topic=" + topic),
                Stream.of(properties));
        return LedgerServer.startAt(START, all.toArray(String[]::new));
    }

    private Path ownList() throws IOException {
        try (var shipped = Objects.requireNonNull(OwnPriceBookIT.class.getResourceAsStream("/price-book/prices.csv"))) {
            var list = new String(shipped.readAllBytes(), UTF_8)
                    .replace(NUMBER, NUMBER + "2025-02-01")
                    .replace(FREE, FREE + "2025-02-01")
                    + "number-landline,NUMBER,CALL,,2025-02-01,,,,,,,60,1000,,1,36,,,,,,\n"
                    + "bot-messages-100k,MESSAGE_PACK,ADD_ON,,2025-02-01,,,,,,,1000,,,,,,DOMESTIC,,100000,,\n";
            return Files.writeString(folder.resolve("own.csv"), list);
        }
    }

    private static Reply order(Caller operator, String account, String items) {
        return operator.post("accounts/" + account + "/orders", "{\"items\": [%s]}".formatted(items).replace('\'', '"'));
    }

    private static String rentOn(Caller operator, String instant) {
        return operator.get("catalogue?at=" + instant).is(200).json().at("/products").valueStream()
                .filter(product -> product.at("/product").asString().equals("number-landline"))
                .map(product -> product.at("/prices/0/unitPrice").asString())
                .findFirst()
                .orElseThrow();
    }

    /** The versions of the price lists by which the account's events were decided. */
    private static Set<String> listsOf(Caller operator, String account) {
        return operator.get("accounts/" + account + "/events?limit=1000").json().at("/items").valueStream()
                .map(event -> event.at("/provenance/priceBook").asString())
                .collect(Collectors.toSet());
    }
}
