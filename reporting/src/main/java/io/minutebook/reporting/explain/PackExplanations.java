package io.minutebook.reporting.explain;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.reporting.database.OneSnapshot;
import io.minutebook.reporting.explain.Link.Target;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Why a pack holds what it holds: the order that paid for it, and all that took minutes from it. */
public final class PackExplanations {

    private static final BillingMonth EVER = BillingMonth.parse("9999-12");

    private final Packs packs;
    private final PackFigures figures;
    private final OrderEvents orders;
    private final OneSnapshot snapshot;

    public PackExplanations(DataSource dataSource, LedgerEvents events, Packs packs) {
        this.packs = packs;
        this.figures = new PackFigures(dataSource);
        this.orders = new OrderEvents(events);
        this.snapshot = new OneSnapshot(dataSource);
    }

    /** The lines of an order that granted a pack; of a month that a plan includes, those of the plan. */
    static Predicate<OrderLine> linesOf(String packId) {
        return line -> packId.equals(line.resourceId()) || packId.startsWith(line.resourceId() + "-");
    }

    public PackView pack(AccountId accountId, String packId, Instant now) {
        return find(packs.list(accountId, PackView.Filter.ALL, now), accountId, packId);
    }

    private static PackView find(List<PackView> all, AccountId accountId, String packId) {
        return all.stream()
                .filter(pack -> pack.packId().value().equals(packId))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ExplanationRefusal.UNKNOWN_PACK,
                        "The account has no pack " + packId + "; GET /api/v1/accounts/" + accountId
                                + "/packs lists those it has."));
    }

    /** Lapse is judged at now. */
    public Explanation of(AccountId accountId, String packId, Instant now) {
        return snapshot.ask(() -> explained(accountId, packId, now));
    }

    /** The pack as it was where bills are: usage is booked meanwhile, and read models move one after the other. */
    private Explanation explained(AccountId accountId, String packId, Instant now) {
        var pack = find(
                packs.listAsOf(accountId, PackView.Filter.ALL, figures.position(), now), accountId, packId);
        var steps = new ArrayList<Step>();
        var events = new ArrayList<StoredEvent>();
        var links = new ArrayList<Link>();
        steps.add(validity(pack));
        figures.orderOf(accountId, packId).flatMap(order -> orders.find(accountId, order)).ifPresent(placed -> {
            steps.addAll(PriceSteps.of(placed.order(), linesOf(packId)));
            events.add(placed.event().stored());
            links.add(Paths.order(accountId, placed.order().orderId()));
        });
        addRefund(accountId, packId, steps, events);
        steps.add(drawn(accountId, pack));
        steps.add(balance(pack));
        links.add(Paths.draws(accountId, pack.packId()));
        return new Explanation(Target.PACK, packId, accountId, figureOf(pack).map(), steps, events, links);
    }

    /** What an order cost, line by line, and what it bought. */
    public Explanation ofOrder(AccountId accountId, OrderId orderId) {
        var placed = orders.find(accountId, orderId).orElseThrow(() -> new Refused(
                ExplanationRefusal.UNKNOWN_ORDER,
                "The account has no order " + orderId + "; GET /api/v1/accounts/" + accountId
                        + "/orders lists those it has."));
        var order = placed.order();
        var links = new ArrayList<Link>();
        for (var line : order.lines()) {
            if (PriceSteps.grantedBy(line) != null) {
                links.add(Paths.pack(accountId, new PackId(line.resourceId())));
            }
            links.add(Paths.billLine(accountId, BillingMonth.of(order.placedAt()), LineId.of(orderId, line)));
        }
        var figure = Parts.of("listPrice", order.listPrice())
                .and("discount", order.discount())
                .and("payable", order.payable())
                .and("paid", PriceSteps.paid(order.paid()));
        return new Explanation(
                Target.ORDER, orderId.value(), accountId, figure.map(), PriceSteps.of(order, _ -> true),
                List.of(placed.event().stored()), links);
    }

    private static Step validity(PackView pack) {
        return Step.of(
                pack.included() ? "R-177" : "PD-6",
                Parts.of("boughtAt", pack.boughtAt()),
                Parts.of("validUntil", pack.validUntil()).and("lastDay", pack.lastDay()));
    }

    private void addRefund(AccountId accountId, String packId, List<Step> steps, List<StoredEvent> events) {
        orders.refundOf(accountId, packId).ifPresent(granted -> {
            steps.add(RefundSteps.of(granted.refund()));
            events.add(granted.event().stored());
        });
    }

    private Step drawn(AccountId accountId, PackView pack) {
        return Step.of(
                "DRAWN",
                Parts.of("months", figures.months(accountId, pack.packId().value(), EVER))
                        .and("adjustments", figures.adjustments(accountId, pack.packId().value(), EVER)),
                Parts.of("drawn", pack.drawn()));
    }

    private static Step balance(PackView pack) {
        return Step.of(
                "BALANCE",
                Parts.of("granted", pack.granted())
                        .and("drawn", pack.drawn())
                        .and("expired", pack.expired())
                        .and("refunded", pack.refunded()),
                Parts.of("remaining", pack.remaining()));
    }

    private static Parts figureOf(PackView pack) {
        return Parts.of("product", pack.product())
                .and("meter", pack.meter())
                .and("applicationId", pack.applicationId())
                .and("state", pack.state())
                .and("granted", pack.granted())
                .and("drawn", pack.drawn())
                .and("expired", pack.expired())
                .and("refunded", pack.refunded())
                .and("remaining", pack.remaining());
    }
}
