package io.minutebook.server.openapi;

import io.minutebook.billing.account.Paid;
import io.minutebook.reporting.bills.BillLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.core.ResolvableType;

/**
 * Names shapes as a client would: without the words that tell our classes apart, a part with the name of its whole,
 * and what callers send as a request.
 */
final class SchemaNames {

    private static final List<String> OUR_WORDS = List.of("Answer", "View", "Body");
    private static final String ASKED = "Body";

    private SchemaNames() {}

    /** {@code Page<AccountView>} is an AccountPage. */
    static String of(ResolvableType type) {
        var name = new StringBuilder();
        for (var parameter : type.getGenerics()) name.append(of(parameter));
        return name.append(of(type.toClass())).toString();
    }

    /** Whether callers send it. */
    static boolean isAsked(Class<?> type) {
        return isPart(type) ? isAsked(type.getEnclosingClass()) : type.getSimpleName().endsWith(ASKED);
    }

    private static String of(Class<?> type) {
        if (type == Paid.class) return "OrderPaid";
        if (type == BillLine.class) return "BillCharge";
        var named = type.getAnnotation(Schema.class);
        if (named != null && !named.name().isEmpty()) return named.name();
        var name = plain(type);
        if (!isPart(type)) return isAsked(type) ? name + "Request" : name;
        var whole = of(type.getEnclosingClass());
        return name.startsWith(whole) ? name : whole + name;
    }

    /** What a controller declares for itself is no part of anything. */
    private static boolean isPart(Class<?> type) {
        var whole = type.getEnclosingClass();
        return whole != null && (whole.isRecord() || whole.isInterface());
    }

    private static String plain(Class<?> type) {
        var name = type.getSimpleName();
        for (var word : OUR_WORDS) {
            if (name.endsWith(word)) return name.substring(0, name.length() - word.length());
        }
        return name;
    }
}
