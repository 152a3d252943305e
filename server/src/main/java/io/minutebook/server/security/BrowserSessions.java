package io.minutebook.server.security;

import io.minutebook.server.LedgerSettings;
import io.minutebook.server.NumberKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who signed in to the page for finance: a browser keeps it sealed, so that every process knows it and nothing is stored.
 * A revoked key ends its sessions.
 */
@Component
public class BrowserSessions {

    /** What a browser's cookie is called. */
    public static final String COOKIE = "minutebook-session";

    /** As long as a working day; the wall clock's time, whatever the ledger's clock says. */
    public static final Duration LASTS = Duration.ofHours(9);

    private static final Set<KeyRole> READERS = Set.of(KeyRole.OPERATOR, KeyRole.FINANCE, KeyRole.AUDITOR);

    private final ApiKeys keys;
    private final SessionSeal seal;

    BrowserSessions(ApiKeys keys, LedgerSettings settings) {
        this.keys = keys;
        this.seal = new SessionSeal(new NumberKey(settings.numberKeyFile()).bytes());
    }

    /** A new session of whoever has this secret, if that is a key in force whose role reads all accounts. */
    public Optional<String> open(String keySecret) {
        return keys.find(keySecret)
                .filter(BrowserSessions::reads)
                .map(key -> seal.sealed(key.id(), Instant.now().plus(LASTS)));
    }

    /** The key of a session that goes on. */
    Optional<ApiKey> find(String session) {
        return seal.keyId(session, Instant.now()).flatMap(keys::findById).filter(BrowserSessions::reads);
    }

    private static boolean reads(ApiKey key) {
        return READERS.contains(key.role());
    }
}
