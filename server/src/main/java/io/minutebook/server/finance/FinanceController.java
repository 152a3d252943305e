package io.minutebook.server.finance;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.paging.MalformedCursor;
import io.minutebook.server.looks.LookKeeper;
import io.minutebook.server.security.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
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
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String meter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable String refused,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            HttpServletRequest request) {
        var then = past(asOf);
        var asked = new Asked(
                Parameters.language(lang, accepted),
                Parameters.account(account),
                Parameters.month(month).orElseGet(() -> BillingMonth.of(ledgerClock.instant())),
                view.equals("detail"),
                known.equals("now") && then == null ? Known.NOW : Known.CLOSED,
                then,
                Parameters.searched(who),
                Stream.of(Meter.values()).filter(one -> one.name().equals(meter)).findFirst().orElse(null),
                Parameters.searched(q),
                after.isEmpty() ? null : after);
        if (!Pages.isFor(caller)) return Pages.answer(HttpStatus.OK, SignInPage.of(asked, refused != null));
        return shown(asked, request);
    }

    /** What has not come yet is now. */
    private @Nullable LocalDateTime past(String asOf) {
        var time = Parameters.time(asOf);
        return time != null && time.atZone(BusinessTime.ZONE).toInstant().isBefore(ledgerClock.instant()) ? time : null;
    }

    private ResponseEntity<String> shown(Asked asked, HttpServletRequest request) {
        if (asked.account() == null) return Pages.answer(HttpStatus.OK, reader.accounts(asked));
        LookKeeper.shows(request, asked.account(), null);
        try {
            return reader.account(asked)
                    .map(page -> Pages.answer(HttpStatus.OK, page))
                    .orElseGet(() -> Pages.answer(HttpStatus.NOT_FOUND, reader.accounts(asked.accounts())));
        } catch (MalformedCursor stale) {
            return Pages.answer(HttpStatus.OK, reader.account(asked.after(null)).orElseThrow());
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
}
