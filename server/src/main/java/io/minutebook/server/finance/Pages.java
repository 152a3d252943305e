package io.minutebook.server.finance;

import io.minutebook.server.security.ApiKey;
import io.minutebook.server.security.KeyRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pages on their way to a browser: nobody keeps them, and nothing in them runs or comes from elsewhere. */
final class Pages {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private Pages() {}

    static ResponseEntity<String> answer(HttpStatus status, Html page) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(page.markup());
    }

    /** Whoever reads all accounts. */
    static boolean isFor(@Nullable Object caller) {
        return caller instanceof ApiKey key && key.role() != KeyRole.PLATFORM;
    }
}
