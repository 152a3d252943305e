package io.minutebook.server.finance;

import io.minutebook.billing.Refused;
import io.minutebook.reporting.paging.MalformedCursor;
import io.minutebook.server.finance.WhyReader.Told;
import io.minutebook.server.looks.LookKeeper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why the figures of the page for finance are what they are; ids stand in the query, so that they may hold anything. */
@RestController
@RequestMapping("/finance")
class WhyController {

    private final WhyReader reader;

    WhyController(WhyReader reader) {
        this.reader = reader;
    }

    @GetMapping({"/explain/line", "/explain/pack", "/explain/draws", "/explain/order", "/explain/usage"})
    ResponseEntity<String> explain(
            @AuthenticationPrincipal @Nullable Object caller,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            HttpServletRequest request) {
        var why = new Why(
                Parameters.language(lang, accepted),
                Why.Kind.at(request.getRequestURI()),
                Parameters.account(account),
                Parameters.id(id),
                Parameters.month(month).orElse(null),
                Parameters.id(source),
                after.isEmpty() ? null : after);
        if (!Pages.isFor(caller)) return Pages.answer(HttpStatus.OK, SignInPage.of(why, false));
        try {
            return answer(why, explained(why), why.kind() == Why.Kind.USAGE ? why.id() : null, request);
        } catch (Refused shared) {
            return Pages.answer(HttpStatus.OK, LostPage.choice(why, reader.sourcesOf(why.id())));
        }
    }

    private Optional<Told> explained(Why why) {
        try {
            return reader.explain(why);
        } catch (MalformedCursor stale) {
            return reader.explain(why.after(null));
        }
    }

    @GetMapping("/events")
    ResponseEntity<String> events(
            @AuthenticationPrincipal @Nullable Object caller,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String before,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            HttpServletRequest request) {
        var asked = new EventsAsked(
                Parameters.language(lang, accepted),
                Parameters.account(account),
                EventsAsked.TYPES.contains(type) ? type : "",
                Parameters.position(before));
        if (!Pages.isFor(caller)) return Pages.answer(HttpStatus.OK, SignInPage.of(asked, false));
        return answer(asked, reader.events(asked), null, request);
    }

    private static ResponseEntity<String> answer(
            Shown asked, Optional<Told> told, @Nullable String record, HttpServletRequest request) {
        told.ifPresent(page -> LookKeeper.shows(request, page.account(), record));
        return told.map(page -> Pages.answer(HttpStatus.OK, page.page()))
                .orElseGet(() -> Pages.answer(HttpStatus.NOT_FOUND, LostPage.of(asked, asked.home())));
    }
}
