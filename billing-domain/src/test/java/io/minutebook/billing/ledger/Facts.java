package io.minutebook.billing.ledger;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.Usages;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.Subscription;
import io.minutebook.billing.orders.Transaction;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.Draw;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.RecordId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events for tests of the journal; times are those of Shanghai. */
final class Facts {

    private Facts() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }

    static OrderPlaced order(String id, Instant at, Paid paid, OrderLine... lines) {
        var total = paid.total();
        return new OrderPlaced(
                new OrderId(id), Usages.ACCOUNT, at, "1", List.of(lines), total, Money.ZERO, total, paid, List.of());
    }

    static Paid cash(String yuan) {
        return new Paid(Money.ZERO, Money.ZERO, Money.ZERO, Money.yuan(yuan));
    }

    static OrderLine pack(String id, long minutes, String yuan, Instant from, Instant until) {
        return line(id, new Minutes(minutes), null, yuan, from, until);
    }

    static OrderLine term(String id, String yuan, Instant from, Instant until) {
        return line(id, null, new Subscription(null, null, null, Term.MONTH, 1, null, null), yuan, from, until);
    }

    private static OrderLine line(
            String id,
            @Nullable Minutes minutes,
            @Nullable Subscription subscription,
            String yuan,
            Instant from,
            Instant until) {
        var amount = Money.yuan(yuan);
        return new OrderLine(
                new ProductCode("a-product"),
                Family.CALL,
                Transaction.PURCHASE,
                minutes == null ? null : Meter.LANDLINE_OUTBOUND,
                id,
                1,
                minutes,
                null,
                subscription,
                UnitPrice.of("1"),
                null,
                amount,
                Money.ZERO,
                amount,
                null,
                cash(yuan),
                from,
                until,
                BusinessTime.lastDayBefore(until));
    }

    static Balance balance(long granted, long drawn, long expired) {
        return new Balance(
                new Minutes(granted),
                new Minutes(drawn),
                new Minutes(granted - drawn - expired),
                new Minutes(expired),
                Minutes.ZERO);
    }

    static MinutesDrawn drawn(Instant endedAt, Draw... draws) {
        long minutes = List.of(draws).stream().mapToLong(draw -> draw.minutes().value()).sum();
        return new MinutesDrawn(Usages.minutesUntil(endedAt, minutes), List.of(draws), Minutes.ZERO);
    }

    static Draw draw(String pack, long minutes, long fromExpired, Balance left) {
        return new Draw(
                new PackId(pack), new Minutes(minutes), new Minutes(fromExpired), UnitPrice.of("1"), left);
    }

    static DrawReversed reversed(Instant endedAt, Return... returns) {
        long minutes = List.of(returns).stream().mapToLong(back -> back.minutes().value()).sum();
        return new DrawReversed(
                Usages.minutesUntil(endedAt, minutes), new RecordId("/cdr/test", "2"), List.of(returns), Minutes.ZERO);
    }

    static Return back(String pack, long minutes, long toExpired, Balance left) {
        return new Return(new PackId(pack), new Minutes(minutes), new Minutes(toExpired), left);
    }

    static PackExpired expired(String pack, Instant at, long minutes, Balance left) {
        return new PackExpired(
                Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId(pack), at, new Minutes(minutes), left);
    }
}
