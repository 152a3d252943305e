package io.minutebook.ingest.record;

import io.minutebook.billing.usage.Party;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a person's number into what the ledger may keep for ever: a mask for people to read, and a token
 * under a secret key by which the calls of one number are found. Safe for use by many threads.
 */
public final class NumberPrivacy {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 16;
    private static final int SHOWN_AT_END = 4;
    private static final String HIDDEN = "****";

    /** From this length on, all but the last eight characters and the last four are shown. */
    private static final int LONG_NUMBER = 11;

    private final SecretKeySpec key;
    private final ThreadLocal<Mac> mac;

    public NumberPrivacy(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.mac = ThreadLocal.withInitial(this::newMac);
    }

    public Party partyOf(String number) {
        return new Party(maskOf(number), tokenOf(number));
    }

    /** Counts in code points, so that no character is cut in two. */
    static String maskOf(String number) {
        int length = number.codePointCount(0, number.length());
        if (length < LONG_NUMBER) {
            int shown = Math.min(SHOWN_AT_END, length / 2);
            return "*".repeat(length - shown) + lastOf(number, shown);
        }
        int shownFirst = number.offsetByCodePoints(0, length - SHOWN_AT_END - HIDDEN.length());
        return number.substring(0, shownFirst) + HIDDEN + lastOf(number, SHOWN_AT_END);
    }

    private static String lastOf(String number, int count) {
        return number.substring(number.offsetByCodePoints(number.length(), -count));
    }

    private String tokenOf(String number) {
        byte[] digest = mac.get().doFinal(number.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, TOKEN_BYTES));
    }

    private Mac newMac() {
        try {
            var fresh = Mac.getInstance(ALGORITHM);
            fresh.init(key);
            return fresh;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, e);
        }
    }
}
