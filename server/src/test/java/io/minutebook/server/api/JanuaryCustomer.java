package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one customer buys, renews and gives back in December and January, and its own book of what that cost. */
final class JanuaryCustomer {

    private static final Money RENT = Money.yuan("50.00");

    private final String account;
    private final Caller operator;
    private final Random random;
    private final Purse purse;
    private final JanuaryCalls calls;
    private final List<BilledMoney> booked = new ArrayList<>();
    private final Map<String, Money> bought = new HashMap<>();
    private final List<String> returnable = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private String decemberPack = "";
    private String decemberSeats = "";
    private int applications = 100;
    private int renewals;
    private int refunds;
    private int vouchers;

    /** What may happen in between two moments. */
    enum Action {
        ORDER,
        RENEW,
        GIVE_BACK
    }

    JanuaryCustomer(String account, Caller operator, Random random) {
        this.account = account;
        this.operator = operator;
        this.random = random;
        this.calls = new JanuaryCalls(account, random);
        this.purse = new Purse(
                Money.yuan("5000.00").plus(fen(100)),
                Money.yuan("3000.00").plus(fen(100)),
                Money.yuan("400000.00").plus(fen(100)));
    }

    private Money fen(int limit) {
        return new Money(random.nextInt(1, limit));
    }

    String account() {
        return account;
    }

    Purse purse() {
        return purse;
    }

    JanuaryCalls calls() {
        return calls;
    }

    /** Orders, renewals and refunds of January, as they were answered. */
    List<BilledMoney> ofJanuary() {
        return booked;
    }

    /** What each thing cost that was bought in January. */
    Map<String, Money> boughtInJanuary() {
        return bought;
    }

    int renewals() {
        return renewals;
    }

    int refunds() {
        return refunds;
    }

    String decemberPack() {
        return decemberPack;
    }

    String decemberSeats() {
        return decemberSeats;
    }

    /** Buys what January renews and gives back; some have a price of their own. */
    void live(boolean isWithOwnPrice) {
        operator.put("accounts/" + account, json("{'name': 'Acme', 'legalEntityId': 'E-%s'}".formatted(account))).is(201);
        credit("GIFT", purse.gift());
        credit("REVENUE_SHARE", purse.revenueShare());
        credit("CASH", purse.cash());
        if (isWithOwnPrice) {
            operator.put(path("prices/landline-outbound-custom"), json("{'kind': 'RATE', 'value': '0.87',"
                    + " 'from': '2024-12-01', 'reason': 'contract 2024-7', 'refundable': true}")).is(200);
        }
        var order = order(
                "{'product': 'landline-outbound-custom', 'minutes': %d}".formatted(1_000 * random.nextInt(5, 9))
                        + ",{'product': 'number-landline', 'months': 1, 'autoRenew': true}"
                        + ",{'product': 'seats-standard', 'term': 'MONTH', 'applicationId': 14}");
        decemberPack = order.at("/lines/0/resourceId").asString();
        decemberSeats = order.at("/lines/2/resourceId").asString();
        booked.clear();
        bought.clear();
        returnable.clear();
        numbers.clear();
    }

    private void credit(String kind, Money amount) {
        operator.post(path("funds"), json("{'kind': '%s', 'amount': '%s', 'reference': 'r'}".formatted(kind, amount)))
                .is(201);
    }

    void act(Action action) {
        switch (action) {
            case ORDER -> order();
            case RENEW -> renew();
            case GIVE_BACK -> giveBack();
        }
    }

    /** Of those that some have a price of their own for. */
    void orderMinutes() {
        order("{'product': 'landline-outbound-custom', 'minutes': 7000}");
    }

    private void order() {
        var items = new ArrayList<String>();
        for (int count = random.nextInt(1, 4); count > 0; count--) items.add(item());
        order(String.join(",", items));
    }

    /** Each plan is of an application of its own. */
    private String item() {
        return switch (random.nextInt(9)) {
            case 0 -> "{'product': 'landline-outbound-custom', 'minutes': %d}".formatted(1_000 * random.nextInt(5, 60));
            case 1 -> "{'product': 'landline-outbound-10000', 'quantity': %d}".formatted(random.nextInt(1, 3));
            case 2 -> "{'product': 'toll-free-inbound-custom', 'minutes': %d}".formatted(1_000 * random.nextInt(5, 40));
            case 3 -> "{'product': 'audio-custom', 'minutes': %d}".formatted(1_000 * random.nextInt(1, 3));
            case 4 -> "{'product': 'realtime-asr-custom', 'minutes': %d}".formatted(1_000 * random.nextInt(1, 9));
            case 5 -> "{'product': 'number-400', 'months': %d}".formatted(random.nextInt(2, 7));
            case 6 -> "{'product': 'number-landline', 'quantity': %d, 'months': %d}"
                    .formatted(random.nextInt(1, 4), random.nextInt(2, 7));
            case 7 -> """
                    {'product': 'chat-standard', 'months': 1, 'region': 'OVERSEAS', 'applicationId': %1$d},
                    {'product': 'chat-licence', 'quantity': 3, 'region': 'OVERSEAS', 'applicationId': %1$d},
                    {'product': 'bot-messages-100k', 'region': 'OVERSEAS', 'applicationId': %1$d}"""
                    .formatted(++applications);
            default -> """
                    {'product': 'seats-advanced', 'term': 'MONTH', 'periods': 2, 'applicationId': %1$d},
                    {'product': 'extra-seat-advanced', 'quantity': 2, 'applicationId': %1$d}"""
                    .formatted(++applications);
        };
    }

    private JsonNode order(String items) {
        var quote = operator.post(path("quotes"), json("{'items': [" + items + "]}")).is(200);
        var payable = Money.yuan(quote.at("/payable"));
        return switch (random.nextInt(3)) {
            case 0 -> order(items, "", Money.ZERO, null, payable);
            case 1 -> {
                var gift = new Money(random.nextLong(purse.gift().min(payable).fen() + 1));
                var payment = gift.isZero() ? "" : ", 'payment': {'gift': '%s'}".formatted(gift);
                yield order(items, payment, Money.ZERO, gift.isZero() ? null : gift, payable);
            }
            default -> {
                var voucher = fen(60_000);
                var named = "V-%s-%d".formatted(account, ++vouchers);
                operator.post(path("vouchers"), json("{'voucherId': '%s', 'amount': '%s'}".formatted(named, voucher)))
                        .is(201);
                yield order(items, ", 'payment': {'voucherIds': ['%s']}".formatted(named), voucher, null, payable);
            }
        };
    }

    private JsonNode order(String items, String payment, Money voucher, @Nullable Money gift, Money payable) {
        var order = operator.post(path("orders"), json("{'items': [" + items + "]" + payment + "}")).is(201).json();
        assertThat(BilledMoney.money(order, "/payable")).as("as quoted").isEqualTo(payable);
        book(order, purse.pay(order, voucher, gift));
        for (var line : order.at("/lines")) {
            var resource = line.at("/resourceId").asString();
            var product = line.at("/product").asString();
            bought.put(resource, BilledMoney.money(line, "/amount"));
            if (product.matches("(landline|toll-free|audio|number)-.*")) returnable.add(resource);
            if (product.startsWith("number-")) numbers.add(resource);
        }
        return order;
    }

    /** By its own count it paid the same. */
    private void book(JsonNode order, BilledMoney paid) {
        assertThat(BilledMoney.money(order, "/paid/voucher")).isEqualTo(paid.voucher());
        assertThat(BilledMoney.money(order, "/paid/gift")).isEqualTo(paid.gift());
        assertThat(BilledMoney.money(order, "/paid/revenueShare")).isEqualTo(paid.revenueShare());
        assertThat(BilledMoney.money(order, "/paid/cash")).isEqualTo(paid.cash());
        booked.add(paid);
    }

    private void renew() {
        if (numbers.isEmpty()) {
            order("{'product': 'number-400', 'months': 3}");
        }
        var number = numbers.get(random.nextInt(numbers.size()));
        var order = operator.post(
                        path("resources/" + number + "/renewals"),
                        json("{'periods': %d}".formatted(random.nextInt(1, 4))))
                .is(201)
                .json();
        book(order, purse.pay(order, Money.ZERO, null));
        renewals++;
    }

    /** The number of December is paid for another month, as it was agreed to be. */
    void seesItsNumberRenewed() {
        booked.add(purse.pay(RENT, Money.ZERO, RENT, Money.ZERO, null));
        renewals++;
    }

    private void giveBack() {
        if (returnable.isEmpty()) {
            order("{'product': 'toll-free-inbound-custom', 'minutes': 5000}");
        }
        giveBack(returnable.remove(random.nextInt(returnable.size())));
    }

    void giveBack(String resource) {
        numbers.remove(resource);
        var refund = operator.post(path("refunds"), json("{'resourceId': '" + resource + "'}")).is(201).json();
        var back = BilledMoney.ofRefund(refund);
        assertThat(back.parts()).isEqualTo(back.amount());
        assertThat(back.amount()).isLessThanOrEqualTo(Money.ZERO);
        booked.add(back);
        purse.takeBack(back);
        refunds++;
    }

    private String path(String rest) {
        return "accounts/" + account + "/" + rest;
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
