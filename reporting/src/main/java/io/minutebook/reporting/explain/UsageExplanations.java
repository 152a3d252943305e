package io.minutebook.reporting.explain;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.months.MonthClosed;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.billing.usage.UsageRecord;
import io.minutebook.reporting.explain.Link.Target;
import io.minutebook.reporting.feed.FoundEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.months.PastMonths;
import io.minutebook.reporting.packs.PackHistory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Why a record cost what it cost: from the record as received to the packs, and to the orders that paid for them. */
public final class UsageExplanations {

    private static final int EVENTS_OF_A_CORRECTION = 100;

    private final LedgerEvents events;
    private final PackHistory packs;
    private final PackFigures figures;
    private final OrderEvents orders;

    public UsageExplanations(DataSource dataSource, LedgerEvents events) {
        this.events = events;
        this.packs = new PackHistory(dataSource, events);
        this.figures = new PackFigures(dataSource);
        this.orders = new OrderEvents(events);
    }

    public Explanation of(BookedRecord booked) {
        var booking = events.bookingOf(booked.id(), booked.from()).orElseThrow();
        var from = booked.withdrawnFrom();
        var withdrawal =
                from == null ? Optional.<FoundEvent>empty() : events.withdrawalOf(booked.id(), from, Long.MAX_VALUE);
        return new Case(booked, booking, usageIn(booking), withdrawal.orElse(null)).explanation();
    }

    private static MeteredUsage usageIn(FoundEvent booking) {
        return switch (booking.fact()) {
            case MinutesDrawn drawn -> drawn.usage();
            case UsageListed listed -> listed.usage();
            default -> throw new IllegalArgumentException("no record is booked by " + booking.stored().type());
        };
    }

    /** One record, with all that is told of it. */
    private final class Case {
        private final BookedRecord booked;
        private final FoundEvent booking;
        private final MeteredUsage usage;
        private final AccountId account;
        private final @Nullable FoundEvent withdrawal;
        private final PastMonths months;
        private final List<Step> steps;
        private final List<StoredEvent> told = new ArrayList<>();
        private final LinkedHashSet<Link> links = new LinkedHashSet<>();

        Case(BookedRecord booked, FoundEvent booking, MeteredUsage usage, @Nullable FoundEvent withdrawal) {
            this.booked = booked;
            this.booking = booking;
            this.usage = usage;
            this.account = usage.record().accountId();
            this.withdrawal = withdrawal;
            this.months = usage.lateFrom() == null
                    ? PastMonths.NONE
                    : PastMonths.upTo(booking.stored().position(), events);
            this.steps = new ArrayList<>(RecordSteps.of(booking, usage, booked.bytesKept(), months.known()));
        }

        Explanation explanation() {
            told.add(booking.stored());
            addClose();
            if (booking.fact() instanceof MinutesDrawn drawn) addDraws(drawn);
            addCorrections();
            return new Explanation(
                    Target.USAGE_ROW, usage.record().id().id(), account, figure().map(), steps, told, List.copyOf(links));
        }

        /** Of a late line, what closed the month that it was used in. */
        private void addClose() {
            months.events().stream()
                    .filter(event -> event.fact() instanceof MonthClosed closed && closed.month().equals(usage.lateFrom()))
                    .forEach(event -> told.add(event.stored()));
        }

        private Parts figure() {
            var figure = Parts.of("source", usage.record().id().source())
                    .and("month", usage.month())
                    .and("lateFromMonth", usage.lateFrom())
                    .and("meter", usage.meter())
                    .and("billedMinutes", usage.billed());
            if (booking.fact() instanceof MinutesDrawn drawn) {
                figure.and("drawnMinutes", drawn.drawn()).and("uncoveredMinutes", drawn.uncovered());
            } else {
                figure.and("drawnMinutes", Minutes.ZERO).and("uncoveredMinutes", Minutes.ZERO);
            }
            return figure.and("state", withdrawal == null ? "BOOKED" : "SUPERSEDED");
        }

        private void addDraws(MinutesDrawn drawn) {
            var pool = PoolId.of(usage).stream();
            steps.addAll(DrawSteps.of(drawn, packs.of(pool, booking.stored().position() - 1)));
            for (var draw : drawn.draws()) addPack(draw.packId());
            var lateIn = withdrawal == null ? null : lateIn(withdrawal);
            if (withdrawal == null || lateIn != null) linkLines(drawn, usage.month());
            if (lateIn != null) linkLines(drawn, lateIn);
        }

        private void linkLines(MinutesDrawn drawn, BillingMonth month) {
            for (var draw : drawn.draws()) {
                links.add(Paths.billLine(account, month, LineId.ofDraws(usage.meter(), draw.packId())));
            }
            if (!drawn.uncovered().isZero()) {
                links.add(Paths.billLine(account, month, LineId.ofUncovered(usage.meter())));
            }
        }

        /** The order that paid for it. */
        private void addPack(PackId pack) {
            links.add(Paths.pack(account, pack));
            figures.orderOf(account, pack.value()).ifPresent(orderId -> {
                var placed = orders.find(account, orderId).orElseThrow();
                links.add(Paths.order(account, orderId));
                if (told.contains(placed.event().stored())) return;
                told.add(placed.event().stored());
                steps.addAll(PriceSteps.of(placed.order(), PackExplanations.linesOf(pack.value())));
            });
        }

        private void addCorrections() {
            var supersedes = supersededBy(usage.record());
            if (supersedes != null) addCorrected(new RecordId(usage.record().id().source(), supersedes));
            if (withdrawal == null) return;
            told.add(withdrawal.stored());
            steps.add(superseded(withdrawal));
        }

        /** Both are recorded in one transaction; what was only ever refused leaves nothing to take back. */
        private void addCorrected(RecordId old) {
            long end = booking.stored().position() + EVENTS_OF_A_CORRECTION;
            var takenBack = events.withdrawalOf(old, booked.from(), end);
            steps.add(Step.of(
                    takenBack.isPresent() ? "CORRECTION" : "CORRECTION-ALONE",
                    Parts.of("supersedes", old.id()),
                    Parts.of("recordId", usage.record().id().id())));
            takenBack.ifPresent(event -> {
                told.add(event.stored());
                links.add(Paths.usageRow(old));
            });
        }

        private Step superseded(FoundEvent event) {
            return switch (event.fact()) {
                case DrawReversed reversed -> superseded(reversed.supersededBy(), reversed.lateIn())
                        .withReturns(reversed);
                case ListingWithdrawn withdrawn -> superseded(withdrawn.supersededBy(), withdrawn.lateIn()).step();
                default -> throw new IllegalArgumentException("nothing is taken back by " + event.stored().type());
            };
        }

        private Superseded superseded(RecordId by, @Nullable BillingMonth lateIn) {
            links.add(Paths.usageRow(by));
            return new Superseded(Parts.of("supersededBy", by.id()), lateIn);
        }
    }

    /** The month of the late line that takes a row of a closed month back; null where the row itself is gone. */
    private static @Nullable BillingMonth lateIn(FoundEvent withdrawal) {
        return switch (withdrawal.fact()) {
            case DrawReversed reversed -> reversed.lateIn();
            case ListingWithdrawn withdrawn -> withdrawn.lateIn();
            default -> throw new IllegalArgumentException(
                    "nothing is taken back by " + withdrawal.stored().type());
        };
    }

    /** That another record took its place. */
    private record Superseded(Parts by, @Nullable BillingMonth lateIn) {

        Step step() {
            return step(Parts.of("state", "SUPERSEDED"));
        }

        private Step step(Parts result) {
            return lateIn == null
                    ? Step.of("SUPERSEDED", by, result)
                    : Step.of("SUPERSEDED-LATE", by, result.and("takenBackIn", lateIn));
        }

        Step withReturns(DrawReversed reversed) {
            var returns = reversed.returns().stream()
                    .map(back -> Parts.of("packId", back.packId())
                            .and("minutes", back.minutes())
                            .and("toExpired", back.toExpired())
                            .and("byHand", back.byHand())
                            .and("remainingAfter", back.balance().remaining())
                            .map())
                    .toList();
            return step(Parts.of("state", "SUPERSEDED").and("returns", returns));
        }
    }

    private static @Nullable String supersededBy(UsageRecord record) {
        return switch (record) {
            case CallLeg leg -> leg.supersedes();
            case Recognition recognition -> recognition.supersedes();
            case BotMessages _ -> null;
        };
    }
}
