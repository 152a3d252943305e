package io.minutebook.server.finance;

import static io.minutebook.server.finance.FinanceMonth.ACCOUNT;
import static io.minutebook.server.finance.FinanceMonth.CALLS;
import static io.minutebook.server.finance.FinanceMonth.address;
import static io.minutebook.server.finance.FinanceMonth.browser;
import static io.minutebook.server.finance.FinanceMonth.financeKey;
import static io.minutebook.server.finance.FinanceMonth.focused;
import static io.minutebook.server.finance.FinanceMonth.look;
import static io.minutebook.server.finance.FinanceMonth.open;
import static io.minutebook.server.finance.FinanceMonth.platformKey;
import static io.minutebook.server.finance.FinanceMonth.request;
import static io.minutebook.server.finance.FinanceMonth.send;
import static io.minutebook.server.finance.FinanceMonth.server;
import static io.minutebook.server.finance.FinanceMonth.sessionOf;
import static io.minutebook.server.finance.FinanceMonth.signIn;
import static io.minutebook.server.finance.FinanceMonth.signedIn;
import static io.minutebook.server.finance.FinanceMonth.tabTo;
import static io.minutebook.server.finance.FinanceMonth.troublesOf;
import static io.minutebook.server.finance.FinanceMonth.withCookie;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for finance in a real browser: a month of an account with packs, a subscription and 130 calls. */
class FinancePageIT extends ExplanationPages {

    @BeforeAll
    static void start() {
        FinanceMonth.start();
    }

    @AfterAll
    static void stop() {
        FinanceMonth.stop();
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
        try (var context = browser().newContext(options)) {
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
        try (var context = browser().newContext()) {
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
        try (var context = browser().newContext()) {
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
        try (var context = browser().newContext()) {
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
        try (var context = browser().newContext()) {
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
        try (var context = browser().newContext()) {
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
        try (var context = browser().newContext()) {
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
        try (var context = browser().newContext()) {
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
}
