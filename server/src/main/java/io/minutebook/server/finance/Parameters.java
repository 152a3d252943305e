package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.language.Language;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an address says; what makes no sense is as if left out. */
final class Parameters {

    private static final int LONGEST_SEARCH = 100;
    private static final int LONGEST_ID = 1_000;

    private Parameters() {}

    static Language language(String lang, @Nullable String accepted) {
        return switch (lang) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> Language.accepted(accepted);
        };
    }

    static @Nullable AccountId account(String text) {
        return AccountId.isValid(text) ? new AccountId(text) : null;
    }

    static Optional<BillingMonth> month(String text) {
        try {
            return text.length() == "2025-01".length() ? Optional.of(BillingMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** As a field of a form sends it, with or without seconds. */
    static @Nullable LocalDateTime time(String text) {
        try {
            return text.startsWith("2") ? LocalDateTime.parse(text) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    static @Nullable Long position(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** No row holds what cannot be stored. */
    static String searched(String text) {
        return storable(text, LONGEST_SEARCH);
    }

    static String id(String text) {
        return storable(text, LONGEST_ID);
    }

    private static String storable(String text, int longest) {
        var storable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return storable.substring(0, Math.min(storable.length(), longest));
    }
}
