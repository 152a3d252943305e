package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BillingMonth;
import io.minutebook.server.clock.DueClose;
import io.minutebook.server.clock.DueCloses;
import io.minutebook.server.fixture.LedgerServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A month as people see it: open, closed on the third of the next one, and corrected afterwards. */
class MonthsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant JANUARY = Instant.parse("2025-01-20T04:00:00Z");
    private static final LedgerServer server = LedgerServer.startAt(
            Instant.parse("2025-01-10T00:00:00Z"),
            "minutebook.close.automatic=true",
            "minutebook.close.first-month=2025-01");
    private static final Caller operator = Caller.operatorOf(server);

    @AfterAll
    static void stop() {
        server.close();
    }

    /** One history, for a month is closed once. */
    @Test
    void aMonthIsClosedOnTheThirdAndWhatComesLaterIsLate() {
        var account = operator.accountWith("100000.00");
        var idle = operator.accountWith("1.00");
        var calls = new CallSheet(account, server.usageTopic());
        operator.post("accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
        move("2025-01-31T23:59:00+08:00");
        calls.publish(calls.call("a", JANUARY, 7), calls.call("b", JANUARY, 3), calls.call("c", JANUARY, 0));
        await().atMost(PATIENCE).until(() -> rows(account, "2025-01").size() == 3);

        assertThat(month("2025-01").at("/state")).isEqualTo("OPEN");
        operator.post("months/2025-01/close", "").isProblem(409, "MONTH_NOT_OVER");
        operator.post("months/2025-02/close", "").isProblem(409, "MONTH_NOT_OVER");
        move("2025-02-03T01:59:00+08:00");
        assertThat(month("2025-01").at("/state")).isEqualTo("OPEN");
        assertThat(csv(account, "usage/2025-01.csv").header("Minutebook-Status")).contains("PROVISIONAL");

        calls.publish(calls.call("d", JANUARY, 2)); // on Kafka when it falls due, and waited for
        move("2025-02-04T00:00:00+08:00");

        var january = month("2025-01");
        assertThat(january.at("/state")).isEqualTo("FINAL");
        assertThat(january.at("/closedAt")).isEqualTo("2025-02-03T02:00:00.000+08:00");
        assertThat(january.json().at("/rows").asLong()).isEqualTo(4);
        assertThat(january.json().at("/minutesByMeter/LANDLINE_OUTBOUND").asLong()).isEqualTo(12);
        assertThat(january.at("/totals/amount")).isEqualTo(bill(account, "2025-01").at("/totals/amount"));
        assertThat(january.at("/openDeadLetters")).isEqualTo("0");
        assertThat(operator.post("months/2025-01/close", "").is(200).body()).isEqualTo(january.body());
        assertThat(month("2024-12").at("/state")).as("before the first start").isEqualTo("FINAL");
        assertThat(operator.get("months").is(200).json().at("/items").size()).isEqualTo(2);

        var usage = csv(account, "usage/2025-01.csv");
        var bill = csv(account, "bills/2025-01.csv");
        var detail = csv(account, "bills/2025-01.csv?view=detail");
        assertThat(usage.header("Minutebook-Status")).contains("FINAL");
        assertThat(usage.body().lines()).hasSize(5);
        isListed(january, "USAGE", usage);
        isListed(january, "BILL", bill);
        isListed(january, "BILL_DETAIL", detail);
        var document = document(account);
        operator.put("accounts/" + account, "{\"name\": \"Renamed since\", \"legalEntityId\": \"E-1\"}").is(200);
        assertThat(document(account)).as("under its name of then").isEqualTo(document);
        assertThat(workbookCreatedAt(account)).as("that of the close").isEqualTo(recordedAt(january.at("/position")));
        answersRanges(account, usage);
        assertThat(csv(idle, "usage/2025-01.csv").body().lines()).as("nothing used, the header alone").hasSize(1);

        calls.publish(
                calls.call("late", JANUARY, 5),
                calls.call("late", JANUARY, 5),
                calls.correction("a", JANUARY, 4),
                calls.correction("c", JANUARY, 1),
                calls.call("february", Instant.parse("2025-02-02T00:00:00Z"), 1));
        await().atMost(PATIENCE).until(() -> rows(account, "2025-02").size() == 6);

        assertThat(lines(account, "2025-02", "")).containsExactlyInAnyOrder(
                "14:late:main 5 2025-01", "14:a:main -7 2025-01", "14:a:main:r1 4 2025-01", "14:c:main 0 2025-01",
                "14:c:main:r1 1 2025-01", "14:february:main 1 ");
        assertThat(lines(account, "2025-01", "")).containsExactlyInAnyOrder(
                "14:a:main 7 ", "14:b:main 3 ", "14:c:main 0 ", "14:d:main 2 ");
        assertThat(lines(account, "2025-01", "&known=now")).containsExactlyInAnyOrder(
                "14:a:main:r1 4 2025-01", "14:b:main 3 ", "14:c:main:r1 1 2025-01", "14:d:main 2 ",
                "14:late:main 5 2025-01");
        assertThat(lines(account, "2025-02", "&known=now")).containsExactly("14:february:main 1 ");
        assertThat(taken(account, "2025-01", "")).isEqualTo(12);
        assertThat(taken(account, "2025-02", "")).isEqualTo(5 - 7 + 4 + 1 + 1);
        assertThat(taken(account, "2025-01", "&known=now")).isEqualTo(4 + 3 + 1 + 2 + 5);
        assertThat(taken(account, "2025-02", "&known=now")).isEqualTo(1);
        assertThat(differences(account, "2025-01")).containsExactlyInAnyOrder(
                "LATE 14:late:main 5 2025-02", "TAKEN_BACK 14:a:main -7 2025-02", "LATE 14:a:main:r1 4 2025-02",
                "TAKEN_BACK 14:c:main 0 2025-02", "LATE 14:c:main:r1 1 2025-02");
        assertThat(differences(account, "2025-02")).hasSize(5).allMatch(line -> line.startsWith("OF_EARLIER_MONTH "));
        assertThat(csv(account, "usage/2025-01.csv").body()).isEqualTo(usage.body());
        assertThat(csv(account, "bills/2025-01.csv?view=detail").body()).isEqualTo(detail.body());
        assertThat(month("2025-01").body()).isEqualTo(january.body());
        operator.post("months/2025-03/close", "").isProblem(409, "MONTH_NOT_OVER");

        move("2025-04-02T00:00:00+08:00");
        assertThat(month("2025-02").at("/state")).as("on the way").isEqualTo("FINAL");
        assertThat(month("2025-03").at("/state")).isEqualTo("OPEN");
        operator.post("months/2025-04/close", "").isProblem(409, "MONTH_NOT_OVER");
        assertThat(operator.post("months/2025-03/close", "").is(200).at("/state")).isEqualTo("FINAL");
        assertThat(month("2025-03").json().at("/rows").asLong()).as("a month in which nobody did anything").isZero();

        var due = new DueClose(BillingMonth.parse("2025-03"), Instant.parse("2025-04-02T18:00:00Z"));
        server.bean(DueCloses.class).carryOut(due);
        assertThat(month("2025-04").at("/state")).as("not begun by who comes second for March").isEqualTo("OPEN");
        whatFellDueIsDoneBeforeTheCloseWhenNothingRanForDays(account);
    }

    /** The clock of a node that stood still is days ahead at once, and due work does not come before the close by itself. */
    private static void whatFellDueIsDoneBeforeTheCloseWhenNothingRanForDays(String account) {
        var item = "{\"product\": \"number-landline\", \"quantity\": 1, \"months\": 1, \"autoRenew\": true}";
        operator.post("accounts/" + account + "/orders", "{\"items\": [" + item + "]}").is(201);
        try (var busy = DriverManager.getConnection(server.databaseUrl());
                var statement = busy.createStatement()) {
            statement.execute("select pg_advisory_lock(7236002)");
            statement.execute("update ledger_clock set offset_millis = offset_millis + " + Duration.ofDays(63).toMillis());
            await().during(Duration.ofSeconds(3)).until(() -> !month("2025-04").at("/state").equals("FINAL"));
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        await().atMost(PATIENCE).until(() -> month("2025-05").at("/state").equals("FINAL"));

        var lines = bill(account, "2025-05").json().at("/lines");
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.at("/transactionType").asString()).isEqualTo("RENEWAL");
            assertThat(line.at("/transactionTime").asString()).startsWith("2025-05-0");
        });
        assertThat(csv(account, "bills/2025-05.csv").body().lines()).as("in its final file").hasSize(2);
    }

    private static String workbookCreatedAt(String account) {
        var book = operator.download("accounts/" + account + "/usage/2025-01.xlsx", "en").body();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            var entry = zip.getNextEntry();
            while (entry != null && !entry.getName().equals("docProps/core.xml")) entry = zip.getNextEntry();
            var properties = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            return properties.replaceAll("(?s).*W3CDTF\">|</dcterms.*", "");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String recordedAt(String position) {
        return server.bean(JdbcClient.class)
                .sql("select recorded_at from ledger_event where position = ?::bigint")
                .param(position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .toString();
    }

    private static byte[] document(String account) {
        return operator.download("accounts/" + account + "/bills/2025-01.pdf", "en").body();
    }

    /** Reason, record, billed minutes and the month it is booked in, read two at a time; the sums are those of both views. */
    private static List<String> differences(String account, String month) {
        var path = "accounts/" + account + "/months/" + month + "/difference?limit=2";
        var lines = new ArrayList<String>();
        var page = operator.get(path).is(200).json();
        var meter = page.at("/meters/0");
        assertThat(meter.at("/asClosed").asLong()).isEqualTo(taken(account, month, ""));
        assertThat(meter.at("/asKnownNow").asLong()).isEqualTo(taken(account, month, "&known=now"));
        while (true) {
            for (var item : page.at("/items")) {
                lines.add("%s %s %d %s".formatted(
                        item.at("/reason").asString(), item.at("/row/recordId").asString(),
                        item.at("/row/billedMinutes").asLong(), item.at("/row/billingMonth").asString()));
            }
            if (!page.has("next")) return lines;
            page = operator.get(path + "&after=" + page.at("/next").asString()).is(200).json();
        }
    }

    private static void answersRanges(String account, Reply whole) {
        var path = "accounts/" + account + "/usage/2025-01.csv";
        var tag = whole.header("ETag").orElseThrow();
        int size = whole.body().length();
        assertThat(whole.header("Content-Length")).contains(Integer.toString(size));

        var part = operator.send(operator.request(path).header("Range", "bytes=10-19").GET()).is(206);
        assertThat(part.body()).isEqualTo(whole.body().substring(10, 20));
        assertThat(part.header("Content-Range")).contains("bytes 10-19/" + size);
        var tail = operator.send(operator.request(path).header("Range", "bytes=-7").header("If-Range", tag).GET());
        assertThat(tail.is(206).body()).isEqualTo(whole.body().substring(size - 7));
        var other = operator.send(operator.request(path).header("Range", "bytes=1-").header("If-Range", "\"x\"").GET());
        assertThat(other.is(200).body()).isEqualTo(whole.body());
        var beyond = operator.send(operator.request(path).header("Range", "bytes=" + size + "-").GET()).is(416);
        assertThat(beyond.header("Content-Range")).contains("bytes */" + size);
        operator.send(operator.request(path).header("If-None-Match", tag).GET()).is(304);
        assertThat(operator.send(operator.request(path).HEAD()).is(200).header("Content-Length"))
                .contains(Integer.toString(size));
    }

    /** With its very digest, in the manifest whose digest the ledger states. */
    private static void isListed(Reply month, String kind, Reply file) {
        var manifest = operator.get("months/2025-01/manifest.csv").is(200).body();
        assertThat(sha256(manifest)).isEqualTo(month.at("/sha256"));
        assertThat(file.header("ETag")).contains("\"" + sha256(file.body()) + "\"");
        assertThat(manifest.lines()).anyMatch(line -> line.contains("," + kind + ",") && line.endsWith(sha256(file.body())));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void move(String now) {
        operator.put("clock", "{\"now\": \"" + now + "\"}").is(200);
    }

    private static Reply month(String month) {
        return operator.get("months/" + month).is(200);
    }

    private static JsonNode rows(String account, String month) {
        return operator.get("accounts/" + account + "/usage?month=" + month).is(200).json().at("/rows");
    }

    private static Reply bill(String account, String month) {
        return operator.get("accounts/" + account + "/bills/" + month).is(200);
    }

    private static Reply csv(String account, String file) {
        return operator.get("accounts/" + account + "/" + file).is(200);
    }

    /** Record, billed minutes and the month it is late from. */
    private static List<String> lines(String account, String month, String view) {
        var usage = operator.get("accounts/" + account + "/usage?month=" + month + view).is(200).json();
        return StreamSupport.stream(usage.at("/rows").spliterator(), false)
                .map(row -> "%s %d %s".formatted(
                        row.at("/recordId").asString(),
                        row.at("/billedMinutes").asLong(),
                        row.at("/lateFromMonth").asString("")))
                .toList();
    }

    /** Minutes that the bill says were deducted. */
    private static long taken(String account, String month, String view) {
        var bill = operator.get("accounts/" + account + "/bills/" + month + "?view=detail" + view).is(200).json();
        return StreamSupport.stream(bill.at("/lines").spliterator(), false)
                .mapToLong(line -> line.at("/deductedQuantity").asLong(0))
                .sum();
    }
}
