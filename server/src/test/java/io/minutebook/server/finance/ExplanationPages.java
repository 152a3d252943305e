package io.minutebook.server.finance;

import static io.minutebook.server.finance.FinanceMonth.ACCOUNT;
import static io.minutebook.server.finance.FinanceMonth.ODD_SESSION;
import static io.minutebook.server.finance.FinanceMonth.OTHER_ACCOUNT;
import static io.minutebook.server.finance.FinanceMonth.address;
import static io.minutebook.server.finance.FinanceMonth.browser;
import static io.minutebook.server.finance.FinanceMonth.financeKey;
import static io.minutebook.server.finance.FinanceMonth.get;
import static io.minutebook.server.finance.FinanceMonth.look;
import static io.minutebook.server.finance.FinanceMonth.open;
import static io.minutebook.server.finance.FinanceMonth.server;
import static io.minutebook.server.finance.FinanceMonth.sessionOf;
import static io.minutebook.server.finance.FinanceMonth.tabTo;
import static io.minutebook.server.finance.FinanceMonth.troublesOf;
import static io.minutebook.server.finance.FinanceMonth.withCookie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.BrowserSessions;
import io.minutebook.server.security.KeyRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages that explain, of the same month: from a line of the bill to the call behind it, and back. */
abstract class ExplanationPages {

    private static final String ODD_RECORD = "14:" + ODD_SESSION + ":main";
    private static final String MONTH = "&account=" + ACCOUNT + "&month=2025-01";
    private static final String OUTBOUND = "Landline outbound";

    @Test
    void threeClicksLeadFromALineOfTheBillToTheCallAndOneBack() {
        try (var context = browser().newContext()) {
            var page = open(context);
            signedIn(page, "en", MONTH + "&view=detail");
            page.locator("section[aria-labelledby=bill] tbody tr:has-text('Usage') a").first().click();
            var line = page.url();
            page.locator(".onward a:has-text('Draws of the pack')").click();
            page.locator("section[aria-labelledby=draws] tbody a").first().click();

            assertThat(page.url()).contains("/finance/explain/usage?");
            assertThat(page.locator(".crumbs").innerText()).contains("蓝鲸旅行 <Blue Whale>");
            assertThat(page.locator(".steps > li").count()).isEqualTo(7);
            assertThat(page.locator(".steps").innerText()).contains("Drawn from", "+86138****", "Half up, once");
            page.locator(".onward a:has-text('Bill line')").click();
            assertThat(page.url()).isEqualTo(line);
            page.locator(".crumbs a").last().click();
            assertThat(page.url()).contains("/finance?").contains("month=2025-01").endsWith("#bill");
        }
    }

    @Test
    void figuresAndStepsAreThoseOfTheApi() {
        try (var context = browser().newContext()) {
            var page = open(context);
            signedIn(page, "en", MONTH + "&view=detail");
            for (var place : List.of(
                    "bill] tr:has-text('Purchase') a", "bill] tr:has-text('Usage') a", "packs] tbody a", "usage] tbody a")) {
                page.navigate(address("?lang=en" + MONTH + "&view=detail"));
                page.locator("section[aria-labelledby=" + place).first().click();
                equalsTheApi(page);
            }
            page.locator(".onward a:has-text('Order')").first().click();
            equalsTheApi(page);
            page.locator(".onward a:has-text('Pack')").first().click();
            equalsTheApi(page);
            assertThat(page.locator(".onward a:has-text('Bill line')").count()).isOne();
        }
    }

    private static void equalsTheApi(Page page) {
        var told = told(page.locator("a.file:has-text('The same as JSON')").getAttribute("href"));
        assertThat(page.locator(".steps > li").count()).isEqualTo(told.at("/steps").size());
        assertThat(page.locator(".steps .rule").allInnerTexts())
                .isEqualTo(told.at("/steps").valueStream().map(step -> step.at("/rule").asString()).toList());
        assertThat(page.locator(".events li").count()).isEqualTo(told.at("/events").size());
        var cards = page.locator("[data-figure]");
        assertThat(cards.count()).isPositive();
        for (var card : cards.all()) {
            var shown = card.locator("dd").innerText().replaceAll("[¥\u00a0,]", "");
            assertThat(shown).isEqualTo(told.at("/figure").path(card.getAttribute("data-figure")).asString());
        }
    }

    private static JsonNode told(String path) {
        var answer = withCookie("GET", path, sessionOf(financeKey));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @ParameterizedTest
    @CsvSource({"desktop, 1280, 900, en, LIGHT", "phone, 390, 844, zh, DARK"})
    void everyExplanationFitsTheScreenAndIsAccessible(
            String device, int width, int height, String lang, ColorScheme scheme) {
        var options = new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
        try (var context = browser().newContext(options)) {
            var page = open(context);
            var troubles = troublesOf(page);
            signedIn(page, lang, MONTH + "&view=detail");
            page.locator("section[aria-labelledby=bill] tbody a").last().click();
            look(page, device, lang, "why-bill");
            page.locator(".onward a").last().click();
            look(page, device, lang, "why-draws");
            page.locator("section[aria-labelledby=draws] tbody a").first().click();
            assertThat(page.locator("main").innerText())
                    .as("a name without a word")
                    .doesNotContainPattern("[a-z][A-Z][a-z]+|[A-Z]_[A-Z]");
            page.locator("summary").first().click();
            look(page, device, lang, "why-usage");
            page.locator(".onward a").nth(1).click();
            look(page, device, lang, "why-order");
            page.navigate(address("/events?lang=" + lang + MONTH));
            look(page, device, lang, "events");
            page.navigate(address("?lang=" + lang + MONTH + "&view=detail&asOf=2025-01-10T12:00"));
            look(page, device, lang, "as-of");
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void whateverAPlatformCallsARecordItIsFoundAndShownAsText() {
        try (var context = browser().newContext()) {
            var page = open(context);
            signedIn(page, "en", "&account=" + OTHER_ACCOUNT + "&month=2025-01");
            page.getByText(ODD_RECORD).first().click();
            assertThat(page.locator(".id-line").innerText()).startsWith(ODD_RECORD);
            assertThat(page.locator("main i").count()).isZero();
            page.locator(".onward a:has-text('Usage record')").click();
            assertThat(page.locator(".id-line").innerText()).isEqualTo(ODD_RECORD);
            assertThat(page.locator("main").innerText()).contains("Superseded by a correction");
            assertThat(page.locator("main i").count()).isZero();
            page.locator(".crumbs a").last().click();
            page.locator("section[aria-labelledby=bill] tbody a").first().click();
            assertThat(page.locator(".id-line").innerText()).isEqualTo("2025-01 · Usage · Landline outbound");
            page.locator(".onward a:has-text('Usage of the meter')").click();
            assertThat(page.url()).endsWith("&meter=LANDLINE_OUTBOUND#usage");
            page.getByText("14:call-900:main").first().click();
            page.getByText("/cdr/other").click();
            assertThat(page.locator(".steps").innerText()).contains("/cdr/other", "covered by no pack");
        }
    }

    @Test
    void anEarlierInstantShowsWhatWasThereThen() {
        try (var context = browser().newContext()) {
            var page = open(context);
            signedIn(page, "en", MONTH);
            page.locator(".past summary").click();
            page.locator("#asOf").fill("2025-01-06T09:00:30");
            page.locator(".past button").click();
            assertThat(page.locator("[role=status]").innerText()).contains("As it stood on 2025-01-06 09:00:30");
            assertThat(page.locator("section[aria-labelledby=usage] tbody tr").count()).isZero();
            assertThat(page.locator("section[aria-labelledby=packs]").innerText()).contains("10,000");
            assertThat(page.locator("section[aria-labelledby=bill] tbody tr").count()).isEqualTo(4);
            assertThat(page.locator(".file").count()).isZero();
            page.getByText("Back to now").click();
            assertThat(page.locator("[role=status]").count()).isZero();
            assertThat(page.locator("section[aria-labelledby=usage] tbody tr").count()).isEqualTo(30);
            page.navigate(address("?lang=en" + MONTH + "&asOf=2124-01-01T00:00"));
            assertThat(page.locator("[role=status]").count()).as("what has not come is now").isZero();
        }
    }

    @Test
    void eventsAreToldInWordsNewestFirstByFeatureAndPaged() {
        try (var context = browser().newContext()) {
            var page = open(context);
            signedIn(page, "en", MONTH);
            page.getByText("All events of the account").click();
            assertThat(page.locator(".events li").count()).isEqualTo(50);
            var first = page.locator(".events li").first();
            first.locator("a").click();
            assertThat(page.url()).contains("/finance/explain/usage?");
            page.goBack();
            page.getByText("Older").click();
            page.getByText("Older").click();
            assertThat(page.locator(".events li").last().innerText()).contains("was registered as 蓝鲸旅行 <Blue Whale>");
            assertThat(page.getByText("Older").count()).isZero();
            page.getByLabel("Show").selectOption("orders");
            page.locator("main form button").click();
            assertThat(page.locator(".events li").count()).isOne();
            first.locator("summary").click();
            assertThat(first.locator("pre").innerText()).contains("\"orderId\"");
        }
    }

    @Test
    void theKeyboardAloneLeadsFromTheBillToACall() {
        try (var context = browser().newContext()) {
            var page = open(context);
            signedIn(page, "en", MONTH + "&view=detail#bill");
            tabTo(page, OUTBOUND);
            page.keyboard().press("Enter");
            page.waitForURL("**/explain/**");
            tabTo(page, "Draws of the pack");
            page.keyboard().press("Enter");
            page.waitForURL("**/explain/draws**");
            tabTo(page, "14:call-");
            page.keyboard().press("Enter");
            page.waitForURL("**/explain/usage**");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/explain/usage?id=14:moon:main",
        "/explain/usage?id=",
        "/explain/usage?id=%00",
        "/explain/usage?id=14:call-7:main&source=/cdr/moon",
        "/explain/line?account=1300000001&month=2025-01&id=MOON",
        "/explain/line?account=1300000001&month=2025-99&id=USAGE.AUDIO",
        "/explain/pack?account=1300000001&id=P404",
        "/explain/pack?account=404404&id=P404",
        "/explain/pack?account=x&id=P404",
        "/explain/draws?account=1300000001&id='",
        "/explain/order?account=1300000001&id=O404",
        "/explain/order?account=1300000001&id=a_b",
        "/events?account=404404",
        "/events",
    })
    void whatDoesNotExistIsSaidSoWithAWayBack(String rest) {
        var answer = withCookie("GET", "/finance" + rest.replace("'", "%27"), sessionOf(financeKey));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到", "返回账号列表", "href=\"/finance?lang=zh");
    }

    @Test
    void whatAnExplanationsAddressSaysWronglyIsAsIfLeftOut() {
        var session = sessionOf(financeKey);
        var events = "/finance/events?lang=fr&type=moon&before=x&account=" + ACCOUNT;
        assertThat(withCookie("GET", events, session).body()).contains("packs.minutes-drawn", "序号");
        assertThat(withCookie("GET", "/finance/explain/usage?id=14:call-7:main", "").body()).contains("id=\"key\"");
    }

    /** What is read on the page is kept as what is read by the API is. */
    @Test
    void whoLookedIsKept() {
        var keys = server.bean(ApiKeys.class);
        var auditor = keys.create(KeyRole.AUDITOR);
        var session = sessionOf(auditor.secret());
        for (var path : List.of(
                "/finance?account=" + ACCOUNT,
                "/finance/events?account=" + ACCOUNT,
                "/finance/explain/usage?id=" + encoded("14:call-7:main"),
                "/finance/explain/usage?id=14:moon:main",
                "/finance")) {
            withCookie("GET", path, session);
        }
        var looks = "looks?key=" + auditor.id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> JsonMapper.shared().readTree(get(looks).body()).at("/items").size() == 3);
        assertThat(JsonMapper.shared().readTree(get(looks).body()).at("/items")).allSatisfy(kept -> {
            assertThat(kept.at("/accountId").asString()).isEqualTo(ACCOUNT);
            assertThat(kept.at("/operation").asString()).startsWith("GET /finance");
            var isRecord = kept.at("/operation").asString().endsWith("/usage");
            assertThat(kept.path("subject").asString("")).isEqualTo(isRecord ? "14:call-7:main" : "");
        });
    }

    private static void signedIn(Page page, String lang, String rest) {
        var cookie = new Cookie(BrowserSessions.COOKIE, sessionOf(financeKey)).setUrl(server.url().toString());
        page.context().addCookies(List.of(cookie));
        page.navigate(address("?lang=" + lang + rest));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
