package io.minutebook.reporting.bills;

import java.util.List;
import java.util.stream.Stream;

/** A bill with what its usage took, pack by pack; these lines cost nothing, so its totals are the bill's. */
public record BillDetail(Bill bill, List<BillDetailLine> lines) {

    public BillDetail {
        lines = List.copyOf(lines);
    }

    static BillDetail of(Bill bill, List<BillDetailLine> usage) {
        var prices = bill.lines().stream().map(BillDetailLine::priceOf);
        return new BillDetail(bill, Stream.concat(prices, usage.stream()).toList());
    }
}
