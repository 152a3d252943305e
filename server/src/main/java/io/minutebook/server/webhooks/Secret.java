package io.minutebook.server.webhooks;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a webhook's letters are signed with: 256 random bits.
 *
 * @param base64 of the bits
 */
record Secret(String base64) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret next() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getEncoder().encodeToString(bits));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** As receivers are given it. */
    String shown() {
        return "whsec_" + base64;
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "a secret";
    }
}
