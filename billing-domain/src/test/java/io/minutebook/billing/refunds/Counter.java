package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.Usages;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.Account;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.account.ReadAccount;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.discounts.PriceTerms;
import io.minutebook.billing.discounts.Promotion;
import io.minutebook.billing.discounts.SetAccountPrice;
import io.minutebook.billing.discounts.SetPromotion;
import io.minutebook.billing.orders.AgreePrice;
import io.minutebook.billing.orders.AnnouncePromotion;
import io.minutebook.billing.orders.CountedIds;
import io.minutebook.billing.orders.NumberDesk;
import io.minutebook.billing.orders.OrderDesk;
import io.minutebook.billing.orders.OrderItem;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.PlaceOrder;
import io.minutebook.billing.orders.PriceDesk;
import io.minutebook.billing.orders.Pricing;
import io.minutebook.billing.orders.TrialDesk;
import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** All desks on real aggregates, with accounts of one legal entity that open with money of every kind. */
final class Counter {

    static final AccountId ACCOUNT = new AccountId("1");
    static final AccountId SISTER = new AccountId("2");
    static final String ENTITY = "91440300";
    static final long APPLICATION = 1_400_000_001L;

    private static final Instant OPENED = Instant.parse("2020-01-01T00:00:00Z");

    final DomainFixture domain = new DomainFixture();
    /** Orders that the read model does not show yet. */
    final List<OrderId> hidden = new ArrayList<>();

    Counter() {
        this(PriceBookFile.shipped());
    }

    Counter(PriceBook book) {
        var ids = new CountedIds();
        var pricing = new Pricing(book);
        var commands = domain.commands();
        for (var desk : List.of(
                new PriceDesk(book, domain::promotions, commands),
                new OrderDesk(pricing, ids, commands),
                new NumberDesk(pricing, ids, commands),
                new TrialDesk(book, ids, commands),
                new RefundDesk(
                        new RefundPolicy(RefundTerms.DEFAULT), this::ordersOf, _ -> {}, ids, commands))) {
            new AnnotationCommandHandlerAdapter<>(desk).subscribe(domain.bus());
        }
        open(ACCOUNT);
        open(SISTER);
    }

    private void open(AccountId account) {
        domain.send(new RegisterAccount(account, "Acme", ENTITY));
        credit(account, FundsKind.CASH, "100000.00");
    }

    void credit(AccountId account, FundsKind kind, String amount) {
        domain.send(new CreditFunds(account, kind, Money.yuan(amount), "transfer", OPENED));
    }

    /** As the read model would, from all orders there are. */
    private List<OrderId> ordersOf(AccountId account, ResourceId resource) {
        return orders().stream()
                .filter(order -> order.accountId().equals(account))
                .filter(order -> order.lines().stream().anyMatch(line -> line.resourceId().equals(resource.value())))
                .map(OrderPlaced::orderId)
                .filter(order -> !hidden.contains(order))
                .toList();
    }

    List<OrderPlaced> orders() {
        var orders = new ArrayList<OrderPlaced>();
        for (int number = 1; ; number++) {
            var events = domain.eventsOf("order-O%012d".formatted(number));
            if (events.isEmpty()) return orders;
            orders.add((OrderPlaced) events.getFirst());
        }
    }

    OrderPlaced place(AccountId account, String at, Payment payment, OrderItem... items) {
        return (OrderPlaced) domain.send(new PlaceOrder(account, List.of(items), payment, Cases.at(at)));
    }

    OrderPlaced place(String at, OrderItem... items) {
        return place(ACCOUNT, at, Payment.UNSPECIFIED, items);
    }

    static Payment voucher(String id) {
        return new Payment(List.of(new VoucherId(id)), null, null, null);
    }

    static OrderItem pack(String product) {
        return new OrderItem(new ProductCode(product), null, null);
    }

    static OrderItem number(long months, boolean autoRenew) {
        return new OrderItem(
                new ProductCode("number-landline"), 1L, null, null, null, months, null, null, autoRenew);
    }

    static OrderItem seats(String product, @Nullable Term term, long quantity) {
        return new OrderItem(new ProductCode(product), quantity, null, term, null, null, null, APPLICATION, null);
    }

    /** Every account has the promotion in [from, until). */
    void promote(String product, String rate, String from, @Nullable String until, boolean refundable) {
        var end = until == null ? null : Cases.at(until);
        domain.send(new AnnouncePromotion(new SetPromotion(new Promotion(
                product + " from " + from, List.of(new ProductCode(product)), PriceTerms.rate(rate), Cases.at(from), end,
                "summer", refundable, OPENED))));
    }

    /** The account has an own price for the product from then on. */
    void agree(String product, PriceTerms terms, String from) {
        domain.send(new AgreePrice(new SetAccountPrice(
                ACCOUNT, new ProductCode(product), terms, Cases.at(from), null, "contract 7", true, OPENED)));
    }

    /** One call of so many minutes that ended then. */
    void call(long minutes, String endedAt) {
        call(minutes, Cases.at(endedAt));
    }

    MeteredUsage call(long minutes, Instant endedAt) {
        var usage = MeteredUsage.of(Usages.call(Duration.ofMinutes(minutes), endedAt), Meter.LANDLINE_OUTBOUND);
        domain.send(new DrawMinutes(
                PoolId.ofMinutes(ACCOUNT, Meter.LANDLINE_OUTBOUND), List.of(Usages.delivered(usage))));
        return usage;
    }

    RefundQuote quote(AccountId account, String resource, String at) {
        return (RefundQuote) domain.send(new QuoteRefund(account, new ResourceId(resource), Cases.at(at)));
    }

    RefundQuote quote(String resource, String at) {
        return quote(ACCOUNT, resource, at);
    }

    RefundGranted refund(AccountId account, String resource, @Nullable String quoteId, String at) {
        return (RefundGranted)
                domain.send(new RequestRefund(account, new ResourceId(resource), quoteId, Cases.at(at)));
    }

    RefundGranted refund(String resource, String at) {
        return refund(ACCOUNT, resource, null, at);
    }

    Account account(AccountId account) {
        return (Account) domain.send(new ReadAccount(account));
    }

    Funds funds() {
        return account(ACCOUNT).funds();
    }

    static Minutes minutes(long count) {
        return new Minutes(count);
    }
}
