package io.minutebook.reporting.explain;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.reporting.explain.Link.Target;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Where the API answers what an explanation leads to. */
final class Paths {

    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Paths() {}

    static Link usageRow(RecordId id) {
        return new Link(
                Target.USAGE_ROW,
                id.id(),
                "/api/v1/usage/" + encoded(id.id()) + "/explanation?source=" + encoded(id.source()));
    }

    static Link pack(AccountId account, PackId pack) {
        return new Link(Target.PACK, pack.value(), of(account, "packs/" + pack + "/explanation"));
    }

    static Link draws(AccountId account, PackId pack) {
        return new Link(Target.DRAWS, pack.value(), of(account, "packs/" + pack + "/draws"));
    }

    static Link draws(AccountId account, PackId pack, BillingMonth month) {
        return new Link(Target.DRAWS, pack.value(), of(account, "packs/" + pack + "/draws?month=" + month));
    }

    static Link order(AccountId account, OrderId order) {
        return new Link(Target.ORDER, order.value(), of(account, "orders/" + order + "/explanation"));
    }

    static Link billLine(AccountId account, BillingMonth month, LineId line) {
        return new Link(
                Target.BILL_LINE,
                month + " " + line,
                of(account, "bills/" + month + "/lines/" + line + "/explanation"));
    }

    static Link uncovered(AccountId account, BillingMonth month, Meter meter) {
        return new Link(
                Target.UNCOVERED_USAGE, meter.name(), of(account, "usage?month=" + month + "&meter=" + meter));
    }

    private static String of(AccountId account, String path) {
        return "/api/v1/accounts/" + account + "/" + path;
    }

    /** As it stands in a path or a query, byte by byte of its UTF-8. */
    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(part) >= 0) encoded.append((char) part);
            else encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
        }
        return encoded.toString();
    }
}
