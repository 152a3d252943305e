package io.minutebook.ingest.record;

import io.minutebook.billing.usage.Party;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
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

    /** From this length on, all but four are shown: those before the last four. */
    private static final int LONG_NUMBER = 11;

    private static final int FEWEST_DIGITS = 5;

    private final SecretKeySpec key;
    private final ThreadLocal<Mac> mac;

    public NumberPrivacy(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.mac = ThreadLocal.withInitial(this::newMac);
    }

    public Party partyOf(String number) {
        return new Party(maskOf(number), tokenOf(number));
    }

    /**
     * Of a number the digits count, however they are written (with spaces, as a SIP address); of a text that is
     * none, or was masked before, the code points.
     */
    static String maskOf(String number) {
        var digits = IntStream.range(0, number.length())
                .filter(index -> Character.isDigit(number.charAt(index)))
                .toArray();
        var isNumber = digits.length >= LONG_NUMBER
                || (digits.length >= FEWEST_DIGITS && number.indexOf('*') < 0);
        return isNumber ? digitsMasked(number, digits) : charactersMasked(number);
    }

    private static String digitsMasked(String number, int[] digits) {
        int shownAtEnd = Math.min(SHOWN_AT_END, digits.length / 2);
        int shownFirst = digits.length < LONG_NUMBER ? 0 : digits.length - shownAtEnd - HIDDEN.length();
        var masked = new StringBuilder(number);
        for (int digit = shownFirst; digit < digits.length - shownAtEnd; digit++) masked.setCharAt(digits[digit], '*');
        return masked.toString();
    }

    private static String charactersMasked(String number) {
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
