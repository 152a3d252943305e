package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.VoucherId;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.server.problem.BadValue;
import io.minutebook.server.problem.Rejected;
import io.minutebook.server.webhooks.WebhookName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Reads what callers write; the length of a number is looked at before it becomes one. */
final class ApiValues {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,2})?");
    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern PROMOTION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9:.T-]{12,30}(Z|[+-][0-9]{2}:[0-9]{2})");

    private ApiValues() {}

    static AccountId accountId(String text) {
        if (!AccountId.isValid(text)) throw new BadValue("send an account id of 1 to 20 digits");
        return new AccountId(text);
    }

    static VoucherId voucherId(String text) {
        if (!VoucherId.isValid(text)) throw new BadValue("send 1 to 40 letters, digits or hyphens");
        return new VoucherId(text);
    }

    static ProductCode productCode(String text) {
        if (!PRODUCT.matcher(text).matches()) {
            throw new BadValue("send a product code: 1 to 100 lower-case letters, digits or hyphens");
        }
        return new ProductCode(text);
    }

    static String promotionName(String text) {
        if (PROMOTION.matcher(text).matches()) return text;
        throw Rejected.malformed("name: send a name of 1 to 40 lower-case letters, digits or hyphens.");
    }

    static ResourceId resourceId(String text) {
        if (!ResourceId.isValid(text)) throw new BadValue("send 1 to 40 letters, digits or hyphens");
        return new ResourceId(text);
    }

    static WebhookName webhookName(String text) {
        if (!WebhookName.isValid(text)) throw new BadValue("send 1 to 40 letters, digits or hyphens");
        return new WebhookName(text);
    }

    static CaseNumber caseNumber(String text) {
        if (!CaseNumber.isValid(text)) throw new BadValue("send 1 to 40 letters, digits or hyphens");
        return new CaseNumber(text);
    }

    static Money amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new BadValue("send yuan as a decimal string such as \"4205.00\", not negative, with at most"
                    + " 15 digits before the point and 2 after it");
        }
        return Money.yuan(text);
    }

    static BillingMonth month(String text) {
        if (!MONTH.matcher(text).matches()) throw new BadValue("send a month such as 2025-01");
        return BillingMonth.parse(text);
    }

    static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) throw badDate();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw badDate();
        }
    }

    private static BadValue badDate() {
        return new BadValue("send a date such as 2025-01-31");
    }

    static PackView.Filter packFilter(String text) {
        return switch (text) {
            case "active" -> PackView.Filter.ACTIVE;
            case "lapsed" -> PackView.Filter.LAPSED;
            default -> throw new BadValue("send active or lapsed, or leave it out");
        };
    }

    static Known known(String text) {
        return switch (text) {
            case "closed" -> Known.CLOSED;
            case "now" -> Known.NOW;
            default -> throw new BadValue("send closed or now");
        };
    }

    /** Any offset is accepted; what is finer than a millisecond is cut off. */
    static Instant instant(String text) {
        if (!TIME.matcher(text).matches()) throw badTime();
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException impossible) {
            throw badTime();
        }
    }

    /** A day stands for the midnight in Asia/Shanghai with which it begins. */
    static DayOrInstant dayOrInstant(String text) {
        var isDay = DATE.matcher(text).matches();
        return new DayOrInstant(isDay ? BusinessTime.startOf(date(text)) : instant(text));
    }

    private static BadValue badTime() {
        return new BadValue("send a time with its offset, such as 2025-01-31T23:59:59.999+08:00");
    }

    /**
     * A text of one line that every part of the system can store: no control character and no half of a pair.
     */
    static String text(String text) {
        boolean isStorable = text.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || isSurrogate(point));
        if (isStorable) return text;
        throw new BadValue("send a text without control characters and halves of surrogate pairs");
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
