package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Names the figures of a refund, so that nothing needs to be kept of a quote: other figures, another resource or another
 * account have another name.
 */
final class QuoteId {

    private static final int BYTES = 15;

    private QuoteId() {}

    static String of(AccountId accountId, ResourceId resourceId, RefundDecision decision) {
        return named(accountId, resourceId, "%s %d %s %d/%d %s %s %s".formatted(
                decision.rule(),
                decision.ruleVersion(),
                decision.orders(),
                decision.consumed().numerator(),
                decision.consumed().denominator(),
                decision.paid(),
                decision.split(),
                decision.formula()));
    }

    static String ofRefusal(AccountId accountId, ResourceId resourceId, String reason) {
        return named(accountId, resourceId, reason);
    }

    private static String named(AccountId accountId, ResourceId resourceId, String figures) {
        try {
            var text = accountId + " " + resourceId + " " + figures;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "Q" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
