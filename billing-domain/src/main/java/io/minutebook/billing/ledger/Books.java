package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.orders.OrderPlaced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was paid for and what is left on vouchers, kept while events go by. */
public final class Books implements Purchases {

    private final Map<PackId, PaidPack> packs = new HashMap<>();
    private final Map<ResourceId, List<RunningTerm>> terms = new LinkedHashMap<>();
    private final Map<VoucherOf, OpenVoucher> vouchers = new LinkedHashMap<>();

    /** A voucher's id is its account's own. */
    private record VoucherOf(AccountId accountId, VoucherId voucherId) {}

    @Override
    public Optional<PaidPack> pack(PackId id) {
        return Optional.ofNullable(packs.get(id));
    }

    @Override
    public List<RunningTerm> termsOf(ResourceId id) {
        return List.copyOf(terms.getOrDefault(id, List.of()));
    }

    /** All terms, in the order they were paid for. */
    public List<RunningTerm> terms() {
        return terms.values().stream().flatMap(List::stream).toList();
    }

    public Collection<OpenVoucher> vouchers() {
        return List.copyOf(vouchers.values());
    }

    public void add(PaidPack pack) {
        packs.put(pack.packId(), pack);
    }

    public void add(RunningTerm term) {
        terms.computeIfAbsent(term.resourceId(), _ -> new ArrayList<>()).add(term);
    }

    public void add(OpenVoucher voucher) {
        vouchers.put(new VoucherOf(voucher.accountId(), voucher.voucherId()), voucher);
    }

    /** After the event was posted, for the next to be posted rightly. */
    public void take(Object event) {
        switch (event) {
            case OrderPlaced order -> {
                Purchases.packsIn(order).forEach(this::add);
                Purchases.termsIn(order).forEach(this::add);
            }
            case VoucherIssued issued -> add(OpenVoucher.of(issued));
            case OrderPaid paid -> paid.vouchers().forEach(use -> vouchers.computeIfPresent(
                    new VoucherOf(paid.accountId(), use.voucherId()), (_, voucher) -> voucher.with(use.left())));
            default -> TermsEnded.by(event).forEach(this::end);
        }
    }

    private void end(TermsEnded ended) {
        terms.computeIfPresent(ended.resourceId(), (_, held) -> new ArrayList<>(held.stream()
                .map(term -> term.isOverBy(ended.at()) ? term : term.endedAt(ended.at()))
                .toList()));
    }
}
