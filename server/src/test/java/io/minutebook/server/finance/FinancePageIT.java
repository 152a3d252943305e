package io.minutebook.server.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SameSiteAttribute;
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
import java.nio.file.Files;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for finance in a real browser: a month of an account with packs, a subscription and 130 calls. */
class FinancePageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Instant BOUGHT = Instant.parse("2025-01-06T01:00:00Z");
    private static final Instant NOW = Instant.parse("2025-01-20T04:00:00Z");
    private static final String ACCOUNT = "1300000001";
    private static final int CALLS = 130;
    private static final String AXE = axe();

    @SuppressWarnings("NullAway.Init") // set before all
    private static LedgerServer server;

    @SuppressWarnings("NullAway.Init") // set before all
    private static Chromium chromium;

    private static String financeKey = "";
    private static String platformKey = "";

    @BeforeAll
    static void fillAMonth() {
        chromium = Chromium.start();
        server = LedgerServer.startAt(BOUGHT);
        put("accounts/" + ACCOUNT, "{\"name\": \"蓝鲸旅行 <Blue Whale>\", \"legalEntityId\": \"LE-7\"}");
        put("accounts/1300000002", "{\"name\": \"North Wind Logistics\", \"legalEntityId\": \"LE-8\"}");
        post("funds", "{\"kind\": \"CASH\", \"amount\": \"20000.00\", \"reference\": \"wire 1\"}");
        post("funds", "{\"kind\": \"GIFT\", \"amount\": \"500.00\", \"reference\": \"gift 1\"}");
        post("orders", """
                {"items": [{"product": "landline-outbound-10000"}, {"product": "toll-free-inbound-custom", "minutes": 5000},
                {"product": "audio-custom", "minutes": 1000},
                {"product": "seats-standard", "term": "MONTH", "applicationId": 14}]}""");
        put("clock", "{\"now\": \"" + NOW + "\"}");
        publishCalls();
        var rows = "accounts/" + ACCOUNT + "/usage?month=2025-01&limit=1000";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(rows).body().split("\"recordId\"", -1).length == CALLS + 1);
        var keys = server.bean(ApiKeys.class);
        financeKey = keys.create(KeyRole.FINANCE).secret();
        platformKey = keys.create(KeyRole.PLATFORM, new AccountId(ACCOUNT)).secret();
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, 1280, 900, zh, LIGHT",
        "desktop, 1280, 900, en, DARK",
        "phone, 390, 844, zh, DARK",
        "phone, 390, 844, en, LIGHT",
    })
    void everyPageFitsTheScreenAndIsAccessible(String device, int width, int height, String lang, ColorScheme scheme) {
        var options = new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
        try (var context = chromium.browser().newContext(options)) {
            var page = open(context);
            var troubles = troublesOf(page);
            page.navigate(address("?lang=" + lang));
            look(page, device, lang, "sign-in");
            signIn(page, financeKey);
            look(page, device, lang, "accounts");
            page.navigate(address("?lang=" + lang + "&account=" + ACCOUNT + "&month=2025-01&view=detail"));
            assertThat(page.locator("h1").innerText()).isEqualTo("蓝鲸旅行 <Blue Whale>");
            assertThat(page.locator(".status").innerText()).contains(lang.equals("zh") ? "非最终结果" : "Provisional");
            look(page, device, lang, "account");
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void figuresAreThoseOfTheApi() {
        try (var context = chromium.browser().newContext()) {
            var page = open(context);
            signedIn(page, "&account=" + ACCOUNT + "&month=2025-01");
            assertThat(page.locator(".cards dd").allInnerTexts())
                    .contains("¥ " + "2,827.00", Integer.toString(CALLS));
            var meters = page.locator("section[aria-labelledby=meters] tbody tr");
            assertThat(meters.count()).isEqualTo(2);
            assertThat(page.locator("section[aria-labelledby=packs] tbody tr").count()).isEqualTo(3);
            assertThat(page.locator("section[aria-labelledby=packs]").innerText()).contains("2026-01-06");
            assertThat(page.locator("section[aria-labelledby=bill] tbody tr").count()).isEqualTo(4);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("In detail")).click();
            assertThat(page.locator("section[aria-labelledby=bill] tbody tr").count()).isEqualTo(6);
        }
    }

    /** What was over before the ledger first started counts as closed. */
    @Test
    void aClosedMonthIsSeenAsClosedOrAsKnownNow() {
        try (var context = chromium.browser().newContext()) {
            var page = open(context);
            signedIn(page, "&account=" + ACCOUNT + "&month=1999-12");
            assertThat(page.locator(".status").innerText()).contains("Final").contains("do not change any more");
            look(page, "desktop", "en", "closed");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("As known now")).click();
            assertThat(page.locator(".status").innerText()).contains("came after the month was closed");
            assertThat(page.locator("nav.tabs a[aria-current]").first().innerText()).isEqualTo("As known now");
            page.getByText("Show").click();
            assertThat(page.url()).contains("known=now");
            look(page, "desktop", "en", "known-now");
        }
    }

    @Test
    void usageIsSearchedAndPaged() {
        try (var context = chromium.browser().newContext()) {
            var page = open(context);
            signedIn(page, "&account=" + ACCOUNT + "&month=2025-01");
            var rows = page.locator("section[aria-labelledby=usage] tbody tr");
            assertThat(rows.count()).isEqualTo(30);
            for (int next = 2; next <= 5; next++) page.getByText("Next page").click();
            assertThat(rows.count()).isEqualTo(CALLS - 4 * 30);
            assertThat(page.getByText("Next page").count()).isZero();
            page.getByText("Back to the first page").click();
            page.getByLabel("Find a number, session or record").fill("call-7:");
            page.locator("section[aria-labelledby=usage] form.search button").click();
            assertThat(rows.count()).isEqualTo(1);
            page.getByLabel("Find a number, session or record").fill("%");
            page.locator("section[aria-labelledby=usage] form.search button").click();
            assertThat(rows.count()).as("a per cent sign is a per cent sign").isZero();
        }
    }

    @Test
    void filesAreDownloadedFromThePage() throws IOException {
        try (var context = chromium.browser().newContext()) {
            var page = open(context);
            signedIn(page, "&month=2025-01");
            var all = page.waitForDownload(() -> page.locator("section[aria-labelledby=all]").getByText("JSON").click());
            assertThat(all.suggestedFilename()).isEqualTo("usage-2025-01-provisional.jsonl.gz");
            page.navigate(address("?lang=en&account=" + ACCOUNT + "&month=2025-01"));
            for (var file : Map.of("PDF", "%PDF", "Excel", "PK").entrySet()) {
                var bill = page.locator("section[aria-labelledby=bill] .files");
                var download = page.waitForDownload(() -> bill.getByText(file.getKey()).click());
                assertThat(Files.readString(download.path(), StandardCharsets.ISO_8859_1)).startsWith(file.getValue());
            }
            page.getByLabel("400 inbound").check();
            var csv = page.waitForDownload(() -> page.locator("section[aria-labelledby=usage] .files").getByText("CSV").click());
            assertThat(csv.suggestedFilename()).isEqualTo("usage-" + ACCOUNT + "-2025-01-provisional.csv");
            assertThat(Files.readString(csv.path())).contains("TOLL_FREE_INBOUND").doesNotContain("LANDLINE_OUTBOUND");
        }
    }

    @Test
    void theKeyboardAloneLeadsFromSigningInToTheBillAndOut() {
        try (var context = chromium.browser().newContext()) {
            var page = open(context);
            page.navigate(address("?lang=en"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the content");
            page.keyboard().press("Enter");
            tabTo(page, "key");
            page.keyboard().type(financeKey);
            page.keyboard().press("Enter");
            page.waitForURL("**/finance?lang=en");
            tabTo(page, "who");
            page.keyboard().type("blue whale");
            page.keyboard().press("Enter");
            page.waitForURL("**who=blue**");
            tabTo(page, "蓝鲸旅行 <Blue Whale>");
            page.keyboard().press("Enter");
            page.waitForURL("**account=" + ACCOUNT + "**");
            tabTo(page, "In detail");
            page.keyboard().press("Enter");
            page.waitForURL("**view=detail**");
            tabTo(page, "PDF");
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
            page.reload();
            tabTo(page, "Sign out");
            page.keyboard().press("Enter");
            page.waitForSelector("#key");
            page.navigate(address("?account=" + ACCOUNT));
            assertThat(page.locator("#key").count()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mb_wrong", "platform"})
    void aKeyThatMayNotReadAllOpensNothing(String key) {
        try (var context = chromium.browser().newContext()) {
            var page = open(context);
            page.navigate(address("?lang=en"));
            page.locator("#key").evaluate("field => field.required = false");
            signIn(page, key.equals("platform") ? platformKey : key);
            assertThat(page.locator("[role=alert]").innerText()).contains("not in force, or its role");
            assertThat(context.cookies()).isEmpty();
        }
    }

    @Test
    void theSessionIsKeptFromScriptsAndOtherSites() {
        try (var context = chromium.browser().newContext()) {
            var page = open(context);
            signedIn(page, "");
            assertThat(context.cookies()).singleElement().satisfies(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
                assertThat(cookie.value).doesNotContain(financeKey);
            });
        }
    }

    @Test
    void aSessionOpensThePageAndItsFilesAndNothingElse() {
        var session = sessionOf(financeKey);
        var bill = "/api/v1/accounts/" + ACCOUNT + "/bills/2025-01";

        assertThat(withCookie("GET", bill + ".csv", session).statusCode()).isEqualTo(200);
        assertThat(withCookie("GET", bill, session).statusCode()).isEqualTo(401);
        assertThat(withCookie("POST", bill + ".csv", session).statusCode()).isEqualTo(401);
        assertThat(withCookie("GET", bill + ".csv", session.replace("Q", "R") + "x").statusCode()).isEqualTo(401);
        assertThat(withCookie("GET", bill + ".csv", "a.b.c").statusCode()).isEqualTo(401);
        assertThat(withCookie("GET", bill + ".csv", "").statusCode()).isEqualTo(401);
    }

    @Test
    void aRevokedKeyEndsItsSessions() {
        var keys = server.bean(ApiKeys.class);
        var key = keys.create(KeyRole.AUDITOR);
        var session = sessionOf(key.secret());
        assertThat(withCookie("GET", "/finance", session).body()).contains("sign-out");
        keys.revoke(key.id());
        assertThat(withCookie("GET", "/finance", session).body()).doesNotContain("sign-out");
    }

    @Test
    void nobodySignsInFromAnotherSite() {
        var request = request("/finance/sign-in").header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("key=" + financeKey));
        assertThat(send(request).headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    }

    @Test
    void whatAnAddressSaysWronglyIsAsIfLeftOut() {
        var session = sessionOf(financeKey);
        var odd = "/finance?account=" + ACCOUNT + "&month=2025-99&meter=WATER&after=x&q=%00&lang=fr&view=moon";

        assertThat(withCookie("GET", odd, session).body()).contains("2025-01", "用量明细");
        assertThat(withCookie("GET", "/finance?account=404404", session).statusCode()).isEqualTo(404);
        assertThat(withCookie("GET", "/finance?account=x", session).statusCode()).isEqualTo(200);
        assertThat(withCookie("GET", "/finance", session).headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self';");
    }

    private static Page open(BrowserContext context) {
        var page = context.newPage();
        page.setDefaultTimeout(30_000);
        return page;
    }

    private static List<String> troublesOf(Page page) {
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

    private static void look(Page page, String device, String lang, String name) {
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

    private static void signedIn(Page page, String rest) {
        page.navigate(address("?lang=en"));
        signIn(page, financeKey);
        page.navigate(address("?lang=en" + rest));
    }

    private static void signIn(Page page, String key) {
        page.locator("#key").fill(key);
        page.locator("main button").click();
        page.waitForLoadState();
    }

    private static void tabTo(Page page, String name) {
        for (int press = 0; press < 60; press++) {
            page.keyboard().press("Tab");
            if (focused(page).startsWith(name)) return;
        }
        throw new AssertionError(name + " cannot be reached by the keyboard");
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id || document.activeElement.innerText || ''");
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(FinancePageIT.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String address(String rest) {
        return server.url() + "/finance" + rest;
    }

    private static String sessionOf(String key) {
        var request = request("/finance/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("key=" + key));
        var cookie = send(request).headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private static HttpResponse<String> withCookie(String method, String path, String session) {
        return send(request(path)
                .header("Cookie", "minutebook-session=" + session)
                .method(method, BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private static HttpRequest.Builder asOperator(String path) {
        return request("/api/v1/" + path)
                .header("Authorization", "Bearer " + server.operatorKey())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> get(String path) {
        return send(asOperator(path).GET());
    }

    private static void put(String path, String body) {
        assertThat(send(asOperator(path).PUT(BodyPublishers.ofString(body))).statusCode()).isIn(200, 201);
    }

    private static void post(String path, String body) {
        var answer = send(asOperator("accounts/" + ACCOUNT + "/" + path).POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
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
        var random = new Random(7);
        var producers = Map.<String, Object>of("bootstrap.servers", RealParts.kafka());
        try (var producer = new KafkaProducer<>(producers, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 1; number <= CALLS; number++) {
                var ended = BOUGHT.plusSeconds(3_600L + 9_000L * number);
                var talk = Duration.ofSeconds(20 + random.nextInt(2_400));
                var value = call(number, number % 4 == 0, ended, talk).getBytes(StandardCharsets.UTF_8);
                var _ = producer.send(new ProducerRecord<>(server.usageTopic(), null, value));
            }
        }
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
