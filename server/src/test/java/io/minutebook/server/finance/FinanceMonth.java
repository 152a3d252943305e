package io.minutebook.server.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.minutebook.billing.AccountId;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A ledger with a month of an account with packs, a subscription and 130 calls, and a browser to look at its page. */
final class FinanceMonth {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final Instant BOUGHT = Instant.parse("2025-01-06T01:00:00Z");
    static final Instant NOW = Instant.parse("2025-01-20T04:00:00Z");
    static final String ACCOUNT = "1300000001";
    static final String OTHER_ACCOUNT = "1300000002";
    static final int CALLS = 130;

    /** As a platform may well name a session. */
    static final String ODD_SESSION = "a/b<i>'c'</i>&%;d";

    private static final String AXE = axe();

    @SuppressWarnings("NullAway.Init") // set by start
    static LedgerServer server;

    @SuppressWarnings("NullAway.Init") // set by start
    private static Chromium chromium;

    static String financeKey = "";
    static String platformKey = "";

    private FinanceMonth() {}

    static void start() {
        chromium = Chromium.start();
        server = LedgerServer.startAt(BOUGHT);
        put("accounts/" + ACCOUNT, "{\"name\": \"蓝鲸旅行 <Blue Whale>\", \"legalEntityId\": \"LE-7\"}");
        put("accounts/" + OTHER_ACCOUNT, "{\"name\": \"North Wind Logistics\", \"legalEntityId\": \"LE-8\"}");
        post("funds", "{\"kind\": \"CASH\", \"amount\": \"20000.00\", \"reference\": \"wire 1\"}");
        post("funds", "{\"kind\": \"GIFT\", \"amount\": \"500.00\", \"reference\": \"gift 1\"}");
        post("orders", """
                {"items": [{"product": "landline-outbound-10000"}, {"product": "toll-free-inbound-custom", "minutes": 5000},
                {"product": "audio-custom", "minutes": 1000},
                {"product": "seats-standard", "term": "MONTH", "applicationId": 14}]}""");
        put("clock", "{\"now\": \"" + NOW + "\"}");
        publishCalls();
        awaitRows(ACCOUNT, CALLS);
        awaitRows(OTHER_ACCOUNT, 3);
        var keys = server.bean(ApiKeys.class);
        financeKey = keys.create(KeyRole.FINANCE).secret();
        platformKey = keys.create(KeyRole.PLATFORM, new AccountId(ACCOUNT)).secret();
    }

    private static void awaitRows(String account, int rows) {
        var usage = "accounts/" + account + "/usage?month=2025-01&limit=1000";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(usage).body().split("\"recordId\"", -1).length == rows + 1);
    }

    static void stop() {
        if (server != null) server.close();
        if (chromium != null) chromium.close();
    }

    static Browser browser() {
        return chromium.browser();
    }

    static Page open(BrowserContext context) {
        var page = context.newPage();
        page.setDefaultTimeout(30_000);
        return page;
    }

    static List<String> troublesOf(Page page) {
        var troubles = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) troubles.add(message.text());
        });
        page.onPageError(troubles::add);
        page.onRequestFailed(request -> troubles.add(request.url()));
        page.onResponse(response -> {
            if (response.status() >= 400) troubles.add(response.status() + " " + response.url());
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(server.url().toString()) && !request.url().startsWith("data:")) {
                troubles.add("elsewhere: " + request.url());
            }
        });
        return troubles;
    }

    static void look(Page page, String device, String lang, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("finance-" + name + "-" + device + "-" + lang + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("scrolls sideways: %s", name)
                .isEqualTo(0);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang.equals("zh") ? "zh-CN" : "en");
        page.evaluate(AXE);
        var violations = page.evaluate("axe.run().then(found => found.violations.map("
                + "each => each.id + ': ' + each.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | ')))");
        assertThat((List<?>) violations).as(name).isEmpty();
    }

    static void signedIn(Page page, String rest) {
        page.navigate(address("?lang=en"));
        signIn(page, financeKey);
        page.navigate(address("?lang=en" + rest));
    }

    static void signIn(Page page, String key) {
        page.locator("#key").fill(key);
        page.locator("main button").click();
        page.waitForLoadState();
    }

    static void tabTo(Page page, String name) {
        for (int press = 0; press < 60; press++) {
            page.keyboard().press("Tab");
            if (focused(page).startsWith(name)) return;
        }
        throw new AssertionError(name + " cannot be reached by the keyboard");
    }

    static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id || document.activeElement.innerText || ''");
    }

    static String axe() {
        try (var script = Objects.requireNonNull(FinanceMonth.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    static String address(String rest) {
        return server.url() + "/finance" + rest;
    }

    static String sessionOf(String key) {
        var request = request("/finance/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("key=" + key));
        var cookie = send(request).headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    static HttpResponse<String> withCookie(String method, String path, String session) {
        return send(request(path)
                .header("Cookie", "minutebook-session=" + session)
                .method(method, BodyPublishers.noBody()));
    }

    static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    static HttpRequest.Builder asOperator(String path) {
        return request("/api/v1/" + path)
                .header("Authorization", "Bearer " + server.operatorKey())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json");
    }

    static HttpResponse<String> get(String path) {
        return send(asOperator(path).GET());
    }

    static void put(String path, String body) {
        assertThat(send(asOperator(path).PUT(BodyPublishers.ofString(body))).statusCode()).isIn(200, 201);
    }

    static void post(String path, String body) {
        var answer = send(asOperator("accounts/" + ACCOUNT + "/" + path).POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static void publishCalls() {
        var producers = Map.<String, Object>of("bootstrap.servers", RealParts.kafka());
        try (var producer = new KafkaProducer<>(producers, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var record : records()) {
                var value = record.getBytes(StandardCharsets.UTF_8);
                var _ = producer.send(new ProducerRecord<>(server.usageTopic(), null, value));
            }
        }
    }

    /** The calls of the month, and of the other account one that was corrected and one id that two producers gave. */
    private static List<String> records() {
        var records = new ArrayList<String>();
        var random = new Random(7);
        for (int number = 1; number <= CALLS; number++) {
            var ended = BOUGHT.plusSeconds(3_600L + 9_000L * number);
            var talk = Duration.ofSeconds(20 + random.nextInt(2_400));
            records.add(call(number, number % 4 == 0, ended, talk));
        }
        var odd = call(901, false, NOW.minusSeconds(600), Duration.ofSeconds(61))
                .replace(ACCOUNT, OTHER_ACCOUNT)
                .replace("call-901", ODD_SESSION);
        records.add(odd);
        records.add(odd.replace("main\",\"source", "main:r1\",\"source")
                .replace("\"legId\"", "\"revision\":1,\"supersedes\":\"14:" + ODD_SESSION + ":main\",\"legId\""));
        for (var source : List.of("/cdr/test", "/cdr/other")) {
            records.add(call(900, false, NOW.minusSeconds(500), Duration.ofSeconds(30))
                    .replace(ACCOUNT, OTHER_ACCOUNT)
                    .replace("/cdr/test", source));
        }
        return records;
    }

    private static String call(int number, boolean isInbound, Instant ended, Duration talk) {
        return """
            {"specversion":"1.0","id":"14:call-%1$d:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"%3$s",
             "data":{"accountId":"%2$s","applicationId":14,"sessionId":"call-%1$d","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"%4$s","serviceNumber":"+862066660000","caller":"+862066660000",
               "callee":"+86138%8$08d","serviceNumberType":"%5$s","serviceNumberOwnership":"PLATFORM",
               "startedAt":"%6$s","answeredAt":"%6$s","endedAt":"%3$s","durationMs":%7$d,"disposition":"ANSWERED",
               "agentId":"agent-%9$d"}}"""
                .formatted(
                        number, ACCOUNT, ended, isInbound ? "INBOUND" : "OUTBOUND", isInbound ? "NUM400" : "LANDLINE",
                        ended.minus(talk), talk.toMillis(), 10_000_000 + number, number % 5);
    }
}
