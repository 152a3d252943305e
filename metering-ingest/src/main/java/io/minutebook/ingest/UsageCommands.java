package io.minutebook.ingest;

import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.packs.ReverseDraw;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.ListUsage;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.OpenMonth;
import io.minutebook.billing.usage.Rating;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.billing.usage.UsageLogAggregate;
import io.minutebook.billing.usage.WithdrawListing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The commands of a batch in the order of streams, for all writers lock them in that order: one for each stream,
 * and where a booked record is corrected, one before it that takes the old record back.
 *
 * @param open what belongs to an earlier month is booked in this one
 */
record UsageCommands(Rating rating, OpenMonth open) {

    SortedMap<String, List<Object>> of(SortedBatch sorted, Instant now) {
        var byStream = new TreeMap<String, List<Object>>();
        takeBack(sorted, now, byStream);
        book(sorted.accepted(), byStream);
        return byStream;
    }

    private void takeBack(SortedBatch sorted, Instant now, Map<String, List<Object>> commands) {
        var booking = sorted.replaced().booking();
        if (booking == null) return;
        var correction = rated(sorted.accepted().getFirst());
        var stream = streamOf(BookedUsage.usageIn(booking));
        commands.computeIfAbsent(stream, _ -> new ArrayList<>()).add(takeBack(booking, correction, now));
    }

    private Object takeBack(Object booking, DeliveredUsage correction, Instant now) {
        return switch (booking) {
            case MinutesDrawn drawn -> new ReverseDraw(drawn, correction, now, open.lateFor(drawn.usage()));
            case UsageListed listed -> new WithdrawListing(listed, correction, open.lateFor(listed.usage()));
            default -> throw new IllegalArgumentException("cannot be taken back: " + booking.getClass());
        };
    }

    private void book(List<Claim> accepted, Map<String, List<Object>> commands) {
        var byStream = new TreeMap<String, List<DeliveredUsage>>();
        for (var claim : accepted) {
            var usage = rated(claim);
            byStream.computeIfAbsent(streamOf(usage.usage()), _ -> new ArrayList<>()).add(usage);
        }
        byStream.forEach((stream, usages) ->
                commands.computeIfAbsent(stream, _ -> new ArrayList<>()).add(booking(usages)));
    }

    private DeliveredUsage rated(Claim claim) {
        var delivery = claim.delivery();
        var usage = open.book(rating.rate(claim.readable().record(), claim.readable().meter()));
        return new DeliveredUsage(usage, delivery.topic(), delivery.partition(), delivery.offset());
    }

    private static String streamOf(MeteredUsage usage) {
        return usage.isCharged()
                ? PoolId.of(usage).stream()
                : UsageLogAggregate.streamOf(usage.record().accountId());
    }

    private static Object booking(List<DeliveredUsage> usages) {
        var first = usages.getFirst().usage();
        return first.isCharged()
                ? new DrawMinutes(PoolId.of(first), usages)
                : new ListUsage(first.record().accountId(), usages);
    }
}
