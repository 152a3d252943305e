package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.PackId;
import io.minutebook.reporting.bills.BillLine;
import io.minutebook.reporting.explain.LineId;
import io.minutebook.reporting.explain.Link;
import io.minutebook.reporting.language.Language;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which figure is to be explained.
 *
 * @param account null where a usage record is named by itself
 * @param id of the bill line, pack, order or usage record
 * @param month of a bill line, and of draws where not all are wanted
 * @param source the producer of a usage record; empty where its id says enough
 * @param after the cursor of the page of draws before
 */
record Why(
        Language language,
        Kind kind,
        @Nullable AccountId account,
        String id,
        @Nullable BillingMonth month,
        String source,
        @Nullable String after)
        implements Shown {

    private static final String PATH = "/finance/explain/";

    /** What can be explained, and what a pack gave one by one. */
    enum Kind {
        LINE,
        PACK,
        DRAWS,
        ORDER,
        USAGE;

        /** The last word of a path. */
        static Kind at(String path) {
            return valueOf(path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
        }
    }

    static Why line(Language language, AccountId account, BillingMonth month, BillLine line) {
        return new Why(language, Kind.LINE, account, LineId.of(line).value(), month, "", null);
    }

    static Why pack(Language language, AccountId account, String pack) {
        return new Why(language, Kind.PACK, account, pack, null, "", null);
    }

    static Why draws(Language language, AccountId account, PackId pack, @Nullable BillingMonth month) {
        return new Why(language, Kind.DRAWS, account, pack.value(), month, "", null);
    }

    static Why order(Language language, AccountId account, String order) {
        return new Why(language, Kind.ORDER, account, order, null, "", null);
    }

    static Why usage(Language language, String record, String source) {
        return new Why(language, Kind.USAGE, null, record, null, source, null);
    }

    /** Where a link of an explanation leads; none where that is no explanation. */
    static @Nullable Why of(Language language, AccountId account, Link link) {
        return switch (link.to()) {
            case USAGE_ROW -> usage(language, link.id(), valueIn(link.path(), "source"));
            case PACK -> pack(language, account, link.id());
            case DRAWS -> {
                var month = valueIn(link.path(), "month");
                yield draws(language, account, new PackId(link.id()), month.isEmpty() ? null : BillingMonth.parse(month));
            }
            case ORDER -> order(language, account, link.id());
            case BILL_LINE -> {
                var named = link.id().split(" ", 2);
                yield new Why(language, Kind.LINE, account, named[1], BillingMonth.parse(named[0]), "", null);
            }
            case UNCOVERED_USAGE -> null;
        };
    }

    /** What a query names; empty where it does not. */
    static String valueIn(String path, String name) {
        for (var part : path.substring(path.indexOf('?') + 1).split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    @Override
    public Why in(Language other) {
        return new Why(other, kind, account, id, month, source, after);
    }

    Why from(String producer) {
        return new Why(language, kind, account, id, month, producer, after);
    }

    Why of(@Nullable BillingMonth other) {
        return new Why(language, kind, account, id, other, source, null);
    }

    Why after(@Nullable String cursor) {
        return new Why(language, kind, account, id, month, source, cursor);
    }

    @Override
    public String address() {
        return new Address(PATH + kind.name().toLowerCase(Locale.ROOT))
                .with("lang", lang())
                .with("account", account)
                .with("month", month)
                .with("id", id)
                .with("source", source)
                .with("after", after)
                .toString();
    }

    @Override
    public String home() {
        return new Address("/finance").with("lang", lang()).with("month", month).toString();
    }

    /** Where the API answers the same; nothing for a record whose id no path can hold. */
    @Nullable String api() {
        var path = switch (kind) {
            case LINE -> ofAccount("/bills/" + month + "/lines/" + id + "/explanation");
            case PACK -> ofAccount("/packs/" + id + "/explanation");
            case DRAWS -> ofAccount("/packs/" + id + "/draws");
            case ORDER -> ofAccount("/orders/" + id + "/explanation");
            case USAGE -> "/api/v1/usage/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20") + "/explanation";
        };
        boolean isServed = kind != Kind.USAGE || id.chars().noneMatch(letter -> "/\\%;".indexOf(letter) >= 0);
        if (!isServed) return null;
        return new Address(path)
                .with("month", kind == Kind.DRAWS ? month : null)
                .with("source", source)
                .toString();
    }

    private String ofAccount(String path) {
        return "/api/v1/accounts/" + account + path;
    }
}
