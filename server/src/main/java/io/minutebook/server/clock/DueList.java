package io.minutebook.server.clock;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.DueVoucher;
import io.minutebook.reporting.accounts.DueVouchers;
import io.minutebook.reporting.entitlements.DueUses;
import io.minutebook.reporting.packs.DuePack;
import io.minutebook.reporting.packs.DuePacks;
import io.minutebook.reporting.resources.DueResource;
import io.minutebook.reporting.resources.DueResources;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the read models show to be due: reminders, renewals and ends, also of vouchers, and uses to be judged. */
@Component
class DueList {

    private static final int MOST_AT_ONCE = 1_000;

    private final DuePacks packs;
    private final DueResources resources;
    private final DueUses uses;
    private final DueVouchers vouchers;

    DueList(DuePacks packs, DueResources resources, DueUses uses, DueVouchers vouchers) {
        this.packs = packs;
        this.resources = resources;
        this.uses = uses;
        this.vouchers = vouchers;
    }

    /** But for the accounts held back. */
    DuePage by(Instant instant, Set<AccountId> heldBack) {
        var duePacks = packs.dueBy(instant, heldBack, MOST_AT_ONCE).stream().map(DueList::of).toList();
        var dueResources = resources.dueBy(instant, heldBack, MOST_AT_ONCE).stream().map(DueList::of).toList();
        var dueUses = uses.dueBy(instant, heldBack, MOST_AT_ONCE).stream().map(DueUse::due).toList();
        var dueVouchers = vouchers.dueBy(instant, heldBack, MOST_AT_ONCE).stream().map(DueList::of).toList();
        return DuePage.of(List.of(duePacks, dueResources, dueUses, dueVouchers), instant, MOST_AT_ONCE);
    }

    private static Due of(DuePack pack) {
        return new Due(pack.dueAt(), Due.Kind.PACKS, pack.pool().accountId(), pack.pool().name());
    }

    private static Due of(DueVoucher voucher) {
        return new Due(voucher.validUntil(), Due.Kind.VOUCHERS, voucher.accountId(), "");
    }

    private static Due of(DueResource resource) {
        var number = resource.numberId();
        return new Due(
                resource.dueAt(), kindOf(resource), resource.accountId(), number == null ? "" : number.value());
    }

    private static Due.Kind kindOf(DueResource resource) {
        return switch (resource.kind()) {
            case CHAT -> Due.Kind.CHAT;
            case NUMBER -> Due.Kind.NUMBER;
            case SEATS -> Due.Kind.SEATS;
        };
    }
}
