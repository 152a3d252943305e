package io.minutebook.server.api;

import io.minutebook.billing.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The amounts of money that a bill has in each line and in its totals. */
record BilledMoney(
        Money listPrice, Money discount, Money amount, Money voucher, Money gift, Money revenueShare, Money cash) {

    /** Of a line of a bill or of its totals. */
    static BilledMoney of(JsonNode line) {
        return new BilledMoney(
                money(line, "/listPrice"), money(line, "/discount"), money(line, "/amount"), money(line, "/voucher"),
                money(line, "/gift"), money(line, "/revenueShare"), money(line, "/cash"));
    }

    /** Of a row of a file. */
    static BilledMoney ofRow(Map<String, String> row) {
        return new BilledMoney(
                money(row, "list_price"), money(row, "discount"), money(row, "amount"), money(row, "voucher"),
                money(row, "gift"), money(row, "revenue_share"), money(row, "cash"));
    }

    private static Money money(Map<String, String> row, String column) {
        return Money.yuan(Objects.requireNonNull(row.get(column)));
    }

    /** As a refund was answered: money that comes back is below zero, and vouchers do not come back. */
    static BilledMoney ofRefund(JsonNode refund) {
        var back = money(refund, "/amount").negated();
        return new BilledMoney(
                back, Money.ZERO, back, Money.ZERO, money(refund, "/split/gift").negated(),
                money(refund, "/split/revenueShare").negated(), money(refund, "/split/cash").negated());
    }

    static BilledMoney sum(Stream<BilledMoney> all) {
        var list = all.toList();
        return new BilledMoney(
                sum(list.stream(), BilledMoney::listPrice), sum(list.stream(), BilledMoney::discount),
                sum(list.stream(), BilledMoney::amount), sum(list.stream(), BilledMoney::voucher),
                sum(list.stream(), BilledMoney::gift), sum(list.stream(), BilledMoney::revenueShare),
                sum(list.stream(), BilledMoney::cash));
    }

    private static Money sum(Stream<BilledMoney> all, Function<BilledMoney, Money> part) {
        return Money.sum(all.map(part).toList());
    }

    /** What the parts come to, which is the amount. */
    Money parts() {
        return Money.sum(List.of(voucher, gift, revenueShare, cash));
    }

    static Money money(JsonNode from, String pointer) {
        return Money.yuan(from.at(pointer).asString());
    }
}
