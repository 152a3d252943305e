package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.paging.MalformedCursor;
import io.minutebook.server.security.ApiKey;
import io.minutebook.server.security.BrowserSessions;
import io.minutebook.server.security.KeyRole;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page for finance. It only reads, its addresses say all that it shows, and what one of them does not make sense of
 * is as if left out.
 */
@RestController
@RequestMapping("/finance")
class FinanceController {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final int LONGEST_SEARCH = 100;

    private final FinanceReader reader;
    private final BrowserSessions sessions;
    private final InstantSource ledgerClock;
    private final String style;

    FinanceController(FinanceReader reader, BrowserSessions sessions, InstantSource ledgerClock) throws IOException {
        this.reader = reader;
        this.sessions = sessions;
        this.ledgerClock = ledgerClock;
        try (var file = Objects.requireNonNull(FinanceController.class.getResourceAsStream("style.css"))) {
            this.style = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @GetMapping
    ResponseEntity<String> page(
            @AuthenticationPrincipal @Nullable Object caller,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String meter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable String refused,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        var asked = new Asked(
                languageOf(lang, accepted),
                AccountId.isValid(account) ? new AccountId(account) : null,
                monthOf(month).orElseGet(() -> BillingMonth.of(ledgerClock.instant())),
                view.equals("detail"),
                known.equals("now") ? Known.NOW : Known.CLOSED,
                searched(who),
                Stream.of(Meter.values()).filter(one -> one.name().equals(meter)).findFirst().orElse(null),
                searched(q),
                after.isEmpty() ? null : after);
        if (!(caller instanceof ApiKey key) || key.role() == KeyRole.PLATFORM) {
            return html(HttpStatus.OK, SignInPage.of(asked, refused != null));
        }
        return shown(asked);
    }

    private ResponseEntity<String> shown(Asked asked) {
        if (asked.account() == null) return html(HttpStatus.OK, reader.accounts(asked));
        try {
            return reader.account(asked)
                    .map(page -> html(HttpStatus.OK, page))
                    .orElseGet(() -> html(HttpStatus.NOT_FOUND, reader.accounts(asked.accounts())));
        } catch (MalformedCursor stale) {
            return html(HttpStatus.OK, reader.account(asked.after(null)).orElseThrow());
        }
    }

    /** A session is only opened from the page itself. */
    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String lang,
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "same-origin") String site,
            HttpServletRequest request) {
        var session = site.equals("same-origin") ? sessions.open(key.strip()) : Optional.<String>empty();
        var back = "/finance?lang=" + (lang.equals("en") ? "en" : "zh");
        return session.map(opened -> seeOther(back, cookie(opened, BrowserSessions.LASTS, request)))
                .orElseGet(() -> seeOther(back + "&refused", cookie("", Duration.ZERO, request)));
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(@RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return seeOther("/finance?lang=" + (lang.equals("en") ? "en" : "zh"), cookie("", Duration.ZERO, request));
    }

    @GetMapping("/style.css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .body(style);
    }

    private static ResponseEntity<String> seeOther(String address, ResponseCookie cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }

    private static ResponseCookie cookie(String session, Duration lasts, HttpServletRequest request) {
        return ResponseCookie.from(BrowserSessions.COOKIE, session)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(lasts)
                .build();
    }

    private static ResponseEntity<String> html(HttpStatus status, Html page) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(page.markup());
    }

    private static Language languageOf(String lang, @Nullable String accepted) {
        return switch (lang) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> Language.accepted(accepted);
        };
    }

    private static Optional<BillingMonth> monthOf(String text) {
        try {
            return text.length() == "2025-01".length() ? Optional.of(BillingMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** No row holds what cannot be stored. */
    private static String searched(String text) {
        var storable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return storable.substring(0, Math.min(storable.length(), LONGEST_SEARCH));
    }
}
