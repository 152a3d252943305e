package io.minutebook.ingest;

import static io.minutebook.ingest.record.RecordRefusal.ALREADY_SUPERSEDED;
import static io.minutebook.ingest.record.RecordRefusal.ID_CONFLICT;
import static io.minutebook.ingest.record.RecordRefusal.UNKNOWN_ACCOUNT;

import io.minutebook.billing.AccountId;
import io.minutebook.ingest.record.Readable;
import io.minutebook.ingest.record.Unreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Sorts the deliveries of a batch in the order of offsets. The first delivery that may be booked claims the
 * record's identity; a refused one never does.
 */
final class BatchSorting {

    private final Set<AccountId> knownAccounts;
    private final Map<UUID, Claim> claims = new LinkedHashMap<>();
    private final List<Claim> repeats = new ArrayList<>();
    private final List<RefusedDelivery> refused = new ArrayList<>();

    BatchSorting(Set<AccountId> knownAccounts) {
        this.knownAccounts = knownAccounts;
    }

    void add(Reading reading) {
        switch (reading.decoded()) {
            case Unreadable refusal -> refused.add(new RefusedDelivery(reading.delivery(), refusal, null));
            case Readable readable -> add(new Claim(reading.delivery(), readable));
        }
    }

    private void add(Claim claim) {
        var record = claim.readable().record();
        if (!knownAccounts.contains(record.accountId())) {
            refused.add(claim.refusedAs(
                    UNKNOWN_ACCOUNT,
                    "register account " + record.accountId() + " and retry",
                    "/data/accountId"));
        } else if (claims.putIfAbsent(claim.identity(), claim) != null) {
            repeats.add(claim);
        }
    }

    Collection<Claim> claims() {
        return List.copyOf(claims.values());
    }

    /**
     * Judges every claim by who owns its identity.
     *
     * @param owners contents of the records booked before this batch, by those claimed identities that are
     * taken
     */
    SortedBatch settle(Map<UUID, UUID> owners) {
        var accepted = new ArrayList<Claim>();
        var later = new ArrayList<>(repeats);
        for (var claim : claims.values()) {
            if (owners.containsKey(claim.identity())) later.add(claim);
            else accepted.add(claim);
        }
        var all = new ArrayList<>(refused);
        for (var claim : later) {
            var owner = contentOfOwner(claim, owners);
            if (!claim.content().equals(owner)) all.add(refusedFor(owner, claim));
        }
        int duplicates = later.size() - (all.size() - refused.size());
        all.sort(Comparator.comparingLong(refusal -> refusal.delivery().offset()));
        return new SortedBatch(accepted, all, duplicates, Replaced.NOTHING);
    }

    private UUID contentOfOwner(Claim claim, Map<UUID, UUID> owners) {
        var owner = owners.get(claim.identity());
        return owner != null ? owner : firstOf(claim).content();
    }

    private Claim firstOf(Claim repeat) {
        return claims.getOrDefault(repeat.identity(), repeat);
    }

    private static RefusedDelivery refusedFor(UUID owner, Claim claim) {
        if (owner.equals(Receipt.NEVER_BOOKED)) {
            return claim.refusedAs(
                    ALREADY_SUPERSEDED, "a correction is booked in its place; send a correction of that one", "/id");
        }
        return claim.refusedAs(
                ID_CONFLICT,
                "this source and id are booked with other content; send a correction with a new id",
                "/id");
    }
}
