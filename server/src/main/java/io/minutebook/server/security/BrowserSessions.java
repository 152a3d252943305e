package io.minutebook.server.security;

import io.minutebook.server.LedgerSettings;
import io.minutebook.server.NumberKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Who signed in to the page for finance: a browser keeps which key that was and until when, sealed under a key derived
 * from the ledger's number key, so that every process knows it and nothing is stored. A revoked key ends its sessions.
 */
@Component
public class BrowserSessions {

    /** What a browser's cookie is called. */
    public static final String COOKIE = "minutebook-session";

    /** As long as a working day; the wall clock's time, whatever the ledger's clock says. */
    public static final Duration LASTS = Duration.ofHours(9);

    private static final Set<KeyRole> READERS = Set.of(KeyRole.OPERATOR, KeyRole.FINANCE, KeyRole.AUDITOR);
    private static final String MAC = "HmacSHA256";
    private static final String PURPOSE = "minutebook browser sessions 1";
    private static final int PARTS = 3;

    private final ApiKeys keys;
    private final SecretKeySpec secret;

    BrowserSessions(ApiKeys keys, LedgerSettings settings) {
        this.keys = keys;
        var numberKey = new SecretKeySpec(new NumberKey(settings.numberKeyFile()).bytes(), MAC);
        this.secret = new SecretKeySpec(mac(numberKey, PURPOSE), MAC);
    }

    /** A new session of whoever has this secret, if that is a key in force whose role reads all accounts. */
    public Optional<String> open(String keySecret) {
        return keys.find(keySecret).filter(BrowserSessions::reads).map(key -> sealed(key, Instant.now().plus(LASTS)));
    }

    /** The key of a session that goes on. */
    public Optional<ApiKey> find(String session) {
        return find(session, Instant.now());
    }

    Optional<ApiKey> find(String session, Instant now) {
        var parts = session.split("\\.", -1);
        if (parts.length != PARTS || !isSealed(parts[0] + "." + parts[1], parts[2])) return Optional.empty();
        if (!now.isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])))) return Optional.empty();
        return keys.findById(parts[0]).filter(BrowserSessions::reads);
    }

    private static boolean reads(ApiKey key) {
        return READERS.contains(key.role());
    }

    private String sealed(ApiKey key, Instant until) {
        var facts = key.id() + "." + until.getEpochSecond();
        return facts + "." + seal(facts);
    }

    private boolean isSealed(String facts, String seal) {
        return MessageDigest.isEqual(
                seal(facts).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    private String seal(String facts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(secret, facts));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
