package io.minutebook.reporting.explain;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.reporting.packs.PackState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which packs could pay for usage then, and why those paid that did. */
final class DrawSteps {

    private DrawSteps() {}

    /**
     * The choice among the packs, and what none of them covered.
     *
     * @param packs of the pool, in the order they are drawn, as they were right before
     */
    static List<Step> of(MinutesDrawn event, List<PackState> packs) {
        var usage = event.usage();
        var steps = new ArrayList<Step>();
        steps.add(Step.of(
                "PD-7",
                Parts.of("endedAt", usage.endedAt())
                        .and("billedMinutes", usage.billed())
                        .and("candidates", candidates(event, packs)),
                Parts.of("draws", draws(event)).and("drawnMinutes", event.drawn()).and("uncoveredMinutes", event.uncovered())));
        if (!event.uncovered().isZero()) {
            steps.add(Step.of(
                    "PD-8",
                    Parts.of("billedMinutes", usage.billed()).and("drawnMinutes", event.drawn()),
                    Parts.of("uncoveredMinutes", event.uncovered()).and("cost", "0.00")));
        }
        return steps;
    }

    private static List<Map<String, Object>> draws(MinutesDrawn event) {
        return event.draws().stream()
                .map(draw -> Parts.of("packId", draw.packId())
                        .and("minutes", draw.minutes())
                        .and("fromExpired", draw.fromExpired())
                        .and("remainingAfter", draw.balance().remaining())
                        .map())
                .toList();
    }

    private static List<Map<String, Object>> candidates(MinutesDrawn event, List<PackState> packs) {
        var candidates = new ArrayList<Map<String, Object>>();
        var owed = event.usage().billed();
        for (var pack : packs) {
            var verdict = verdict(pack, event.usage().endedAt(), owed);
            var drawn = verdict == Verdict.DRAWN ? drawable(pack).min(owed) : Minutes.ZERO;
            owed = owed.minus(drawn);
            candidates.add(Parts.of("packId", pack.packId())
                    .and("included", pack.included())
                    .and("boughtAt", pack.boughtAt())
                    .and("validUntil", pack.validUntil())
                    .and("refundedAt", pack.refundedAt())
                    .and("remaining", pack.balance().remaining())
                    .and("expired", pack.balance().expired())
                    .and("verdict", verdict)
                    .and("drawn", drawn)
                    .map());
        }
        return candidates;
    }

    /** What became of a pack in the choice. */
    private enum Verdict {
        DRAWN,
        NOT_BOUGHT_YET,
        VALIDITY_OVER,
        REFUNDED,
        NOTHING_LEFT,
        NOT_NEEDED
    }

    private static Verdict verdict(PackState pack, Instant endedAt, Minutes owed) {
        if (endedAt.isBefore(pack.boughtAt())) return Verdict.NOT_BOUGHT_YET;
        if (!endedAt.isBefore(pack.validUntil())) return Verdict.VALIDITY_OVER;
        var refundedAt = pack.refundedAt();
        if (refundedAt != null && !endedAt.isBefore(refundedAt)) return Verdict.REFUNDED;
        if (drawable(pack).isZero()) return Verdict.NOTHING_LEFT;
        return owed.isZero() ? Verdict.NOT_NEEDED : Verdict.DRAWN;
    }

    /** What has lapsed since still pays for usage that ended before. */
    private static Minutes drawable(PackState pack) {
        return pack.balance().remaining().plus(pack.balance().expired());
    }
}
