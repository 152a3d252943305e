package io.minutebook.reporting.history;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.accounts.FundsHistory;
import io.minutebook.reporting.explain.LineId;
import io.minutebook.reporting.history.Difference.Part;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.resources.ResourceHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what the ledger knew of an account at two instants, each read as of its own. */
public final class Differences {

    private final FundsHistory funds;
    private final Packs packs;
    private final ResourceHistory resources;
    private final Past past;

    public Differences(FundsHistory funds, Packs packs, ResourceHistory resources, Past past) {
        this.funds = funds;
        this.packs = packs;
        this.resources = resources;
        this.past = past;
    }

    /** What a line is about. */
    private record Name(Part part, String id) {}

    /**
     * Only what differs, part by part and by id.
     *
     * @param month whose bill is compared too; null where none is
     */
    public List<Difference> between(
            AccountId accountId, Knowledge before, Knowledge after, @Nullable BillingMonth month) {
        var first = linesOf(accountId, before, month);
        var second = linesOf(accountId, after, month);
        var names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(first.get(name), second.get(name)))
                .map(name -> new Difference(name.part(), name.id(), first.get(name), second.get(name)))
                .toList();
    }

    private Map<Name, Object> linesOf(AccountId accountId, Knowledge known, @Nullable BillingMonth month) {
        var lines = new LinkedHashMap<Name, Object>();
        var held = funds.of(accountId, known.position(), known.at());
        lines.put(new Name(Part.FUNDS, "CASH"), held.cash());
        lines.put(new Name(Part.FUNDS, "GIFT"), held.gift());
        lines.put(new Name(Part.FUNDS, "REVENUE_SHARE"), held.revenueShare());
        for (var voucher : held.vouchers()) {
            lines.put(new Name(Part.VOUCHER, voucher.voucherId().value()), voucher.amount());
        }
        for (var pack : packs.listAsOf(accountId, PackView.Filter.ALL, known.position(), known.at())) {
            lines.put(new Name(Part.PACK, pack.packId().value()), pack);
        }
        var all = resources.list(accountId, null, Integer.MAX_VALUE - 1, known.position(), known.at());
        for (var resource : all.items()) lines.put(new Name(Part.RESOURCE, resource.resourceId()), resource);
        if (month != null) addBill(accountId, known, month, lines);
        return lines;
    }

    private void addBill(AccountId accountId, Knowledge known, BillingMonth month, Map<Name, Object> lines) {
        var bill = past.askBills(
                accountId,
                known.position(),
                bills -> new ArrayList<>(bills.inDetail(accountId, month, known.at()).lines()));
        for (var line : bill) lines.put(new Name(Part.BILL_LINE, LineId.of(line.line()).value()), line);
    }
}
