package io.minutebook.server.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals which key a browser signed in with and until when, by HMAC-SHA-256 under a key derived from the ledger's number
 * key: nobody else can make such a text, or change one.
 */
final class SessionSeal {

    private static final String MAC = "HmacSHA256";
    private static final String PURPOSE = "minutebook browser sessions 1";
    private static final int PARTS = 3;

    private final SecretKeySpec secret;

    SessionSeal(byte[] numberKey) {
        this.secret = new SecretKeySpec(mac(new SecretKeySpec(numberKey, MAC), PURPOSE), MAC);
    }

    String sealed(String keyId, Instant until) {
        var facts = keyId + "." + until.getEpochSecond();
        return facts + "." + seal(facts);
    }

    /** The key's id, unless the text was not sealed here or its time is over. */
    Optional<String> keyId(String session, Instant now) {
        var parts = session.split("\\.", -1);
        if (parts.length != PARTS || !isSealed(parts[0] + "." + parts[1], parts[2])) return Optional.empty();
        var until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return now.isBefore(until) ? Optional.of(parts[0]) : Optional.empty();
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
