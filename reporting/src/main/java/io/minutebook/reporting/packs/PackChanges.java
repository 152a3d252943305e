package io.minutebook.reporting.packs;

import io.minutebook.billing.PackId;
import io.minutebook.billing.Reminders;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.packs.PackRefunded;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run of pack events leaves: new packs, and the last balance of each. The live packs and those of an earlier
 * instant are both folded here.
 */
final class PackChanges {

    private final Map<PackId, PackRow> granted = new LinkedHashMap<>();
    private final Map<PackId, Balance> balances = new LinkedHashMap<>();
    private final Map<PackId, Instant> nextSteps = new LinkedHashMap<>();
    private final Map<PackId, Instant> refunds = new LinkedHashMap<>();

    PackChanges() {
        this(List.of());
    }

    /** Goes on from packs that are all the run is about. */
    PackChanges(Collection<PackRow> held) {
        held.forEach(pack -> granted.put(pack.id(), pack));
    }

    void add(PackEvent event) {
        switch (event) {
            case PackGranted grant -> granted.put(grant.packId(), PackRow.of(grant));
            case MessagesGranted grant -> granted.put(grant.packId(), PackRow.of(grant));
            case MinutesDrawn drawn -> drawn.draws().forEach(draw -> left(draw.packId(), draw.balance()));
            case PackLevelReached _ -> {}
            case PackExpiryAnnounced said -> next(said.packId(), nextStep(said));
            case PackExpired expired -> left(expired.packId(), expired.balance());
            case DrawReversed reversed -> reversed.returns().forEach(back -> left(back.packId(), back.balance()));
            case MinutesAdjusted adjusted -> left(adjusted.packId(), adjusted.balance());
            case PackRefunded refunded -> {
                left(refunded.packId(), refunded.balance());
                refunded(refunded);
            }
        }
    }

    private void refunded(PackRefunded event) {
        var at = event.refundedAt();
        if (granted.computeIfPresent(event.packId(), (_, row) -> row.refunded(at)) == null) refunds.put(event.packId(), at);
    }

    private void left(PackId pack, Balance balance) {
        if (granted.computeIfPresent(pack, (_, row) -> row.with(balance)) == null) balances.put(pack, balance);
    }

    private static Instant nextStep(PackExpiryAnnounced said) {
        return Reminders.nextDue(said.announcedAt(), said.validUntil(), said.daysBefore());
    }

    private void next(PackId pack, Instant step) {
        if (granted.computeIfPresent(pack, (_, row) -> row.with(step)) == null) nextSteps.put(pack, step);
    }

    Collection<PackRow> granted() {
        return granted.values();
    }

    /** When packs were refunded that were granted before this run. */
    Map<PackId, Instant> refunds() {
        return refunds;
    }

    /** Balances of packs that were granted before this run. */
    Map<PackId, Balance> balances() {
        return balances;
    }

    /** Of the same packs, the next reminder of the end, or else the end. */
    Map<PackId, Instant> nextSteps() {
        return nextSteps;
    }
}
