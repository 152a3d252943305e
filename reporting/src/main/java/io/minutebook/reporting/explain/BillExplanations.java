package io.minutebook.reporting.explain;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.reporting.bills.BillDetailLine;
import io.minutebook.reporting.bills.BillLine;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.bills.TransactionType;
import io.minutebook.reporting.database.OneSnapshot;
import io.minutebook.reporting.explain.Link.Target;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.packs.PackView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Why a line of a bill says what it says: the order or refund behind a price, the draws behind minutes. */
public final class BillExplanations {

    private final Bills bills;
    private final PackExplanations packs;
    private final PackFigures figures;
    private final OrderEvents orders;
    private final OneSnapshot snapshot;

    public BillExplanations(DataSource dataSource, LedgerEvents events, Bills bills, PackExplanations packs) {
        this.bills = bills;
        this.packs = packs;
        this.figures = new PackFigures(dataSource);
        this.orders = new OrderEvents(events);
        this.snapshot = new OneSnapshot(dataSource);
    }

    /** A line of the detailed bill, as it stands now. */
    public Explanation of(AccountId accountId, BillingMonth month, String lineId, Instant now) {
        return snapshot.ask(() -> explained(accountId, month, lineId, now));
    }

    private Explanation explained(AccountId accountId, BillingMonth month, String lineId, Instant now) {
        var line = bills.inDetail(accountId, month, now).lines().stream()
                .filter(candidate -> LineId.of(candidate.line()).value().equals(lineId))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ExplanationRefusal.UNKNOWN_BILL_LINE,
                        "The bill of " + month + " has no line " + lineId + "; name one by its transactionType, its"
                                + " orderId (of USAGE its subProduct) and its resourceId, with points between."));
        return new Case(accountId, month, lineId, line, now).explanation();
    }

    /** One line, with all that is told of it. */
    private final class Case {
        private final AccountId account;
        private final BillingMonth month;
        private final String id;
        private final BillDetailLine detail;
        private final BillLine line;
        private final Instant now;
        private final List<Step> steps = new ArrayList<>();
        private final List<StoredEvent> told = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();

        Case(AccountId account, BillingMonth month, String id, BillDetailLine detail, Instant now) {
            this.account = account;
            this.month = month;
            this.id = id;
            this.detail = detail;
            this.line = detail.line();
            this.now = now;
        }

        Explanation explanation() {
            switch (line.transactionType()) {
                case PURCHASE, RENEWAL -> addOrder(wanted(line.transactionType()));
                case REFUND -> addRefund();
                case USAGE -> addUsage();
            }
            return new Explanation(Target.BILL_LINE, id, account, figure().map(), steps, told, links);
        }

        private Parts figure() {
            var figure = Parts.of("month", month)
                    .and("transactionType", line.transactionType())
                    .and("product", line.product())
                    .and("resourceId", line.resourceId())
                    .and("orderId", line.orderId());
            if (line.transactionType() == TransactionType.USAGE) {
                return figure.and("measuredQuantity", detail.measured())
                        .and("deductedQuantity", detail.deducted())
                        .and("remainingQuantity", detail.remaining())
                        .and("amount", line.amount());
            }
            return figure.and("listPrice", line.listPrice())
                    .and("discount", line.discount())
                    .and("amount", line.amount())
                    .and("voucher", line.voucher())
                    .and("gift", line.gift())
                    .and("revenueShare", line.revenueShare())
                    .and("cash", line.cash());
        }

        private Predicate<OrderLine> wanted(TransactionType type) {
            return bought -> bought.resourceId().equals(line.resourceId())
                    && TransactionType.of(bought.transaction()) == type;
        }

        private void addOrder(Predicate<OrderLine> asked) {
            if (line.orderId() == null) return;
            orders.find(account, line.orderId()).ifPresent(placed -> {
                steps.addAll(PriceSteps.of(placed.order(), asked));
                told.add(placed.event().stored());
                links.add(Paths.order(account, placed.order().orderId()));
                var isPack = placed.order().lines().stream().filter(asked).anyMatch(bought -> PriceSteps.grantedBy(bought) != null);
                if (isPack) links.add(Paths.pack(account, new PackId(resource())));
            });
        }

        private String resource() {
            return Objects.requireNonNull(line.resourceId());
        }

        private void addRefund() {
            orders.refundOf(account, resource()).ifPresent(granted -> {
                steps.add(RefundSteps.of(granted.refund()));
                told.add(granted.event().stored());
                for (OrderId order : granted.refund().decision().orders()) links.add(Paths.order(account, order));
            });
        }

        private void addUsage() {
            var meter = Objects.requireNonNull(line.subProduct());
            if (line.resourceId() == null) {
                steps.add(Step.of(
                        "MONTH-UNCOVERED",
                        Parts.of("month", month).and("meter", meter),
                        Parts.of("uncoveredMinutes", detail.measured()).and("cost", "0.00")));
                links.add(Paths.uncovered(account, month, meter));
                return;
            }
            var pack = packs.pack(account, resource(), now);
            steps.add(Step.of(
                    "MONTH-DRAWN",
                    Parts.of("month", month).and("meter", meter).and("packId", pack.packId()),
                    Parts.of("drawnMinutes", detail.deducted())));
            steps.add(remaining(pack));
            addOrder(PackExplanations.linesOf(resource()));
            links.add(Paths.draws(account, pack.packId(), month));
            if (links.stream().noneMatch(link -> link.to() == Target.PACK)) links.add(Paths.pack(account, pack.packId()));
        }

        /** What all usage up to the month left when it was over, or leaves now; nothing once it has lapsed. */
        private Step remaining(PackView pack) {
            var end = month.next().start();
            return Step.of(
                    "MONTH-REMAINING",
                    Parts.of("granted", pack.granted())
                            .and("months", figures.months(account, resource(), month))
                            .and("adjustments", figures.adjustments(account, resource(), month))
                            .and("usableUntil", usableUntil(pack))
                            .and("seenAt", now.isBefore(end) ? now : end),
                    Parts.of("remainingQuantity", detail.remaining()));
        }

        /** A refund ends a pack before its time. */
        private Instant usableUntil(PackView pack) {
            return orders.refundOf(account, resource())
                    .map(granted -> granted.refund().grantedAt())
                    .filter(refundedAt -> refundedAt.isBefore(pack.validUntil()))
                    .orElse(pack.validUntil());
        }
    }
}
