package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.chat.PassChatTime;
import io.minutebook.billing.discounts.PriceTerms;
import io.minutebook.billing.discounts.Promotion;
import io.minutebook.billing.discounts.SetAccountPrice;
import io.minutebook.billing.discounts.SetPromotion;
import io.minutebook.billing.entitlements.EntitlementFile;
import io.minutebook.billing.seats.PassSeatTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** All desks on real aggregates, for one account that opens with the funds given. */
final class Desks {

    static final AccountId ACCOUNT = new AccountId("1");
    private static final Instant OPENED = Instant.parse("2020-01-01T00:00:00Z");

    private final DomainFixture domain = new DomainFixture();
    private final CountedIds ids = new CountedIds();

    Desks(String cash) {
        this(cash, PriceBookFile.shipped());
    }

    Desks(String cash, PriceBook priceBook) {
        var pricing = new Pricing(priceBook);
        subscribe(new PriceDesk(priceBook, domain::promotions, domain.commands()));
        subscribe(new OrderDesk(pricing, ids, domain.commands()));
        subscribe(new NumberDesk(pricing, ids, domain.commands()));
        subscribe(new TrialDesk(priceBook, ids, domain.commands()));
        subscribe(new EntitlementDesk(EntitlementFile.shipped(), domain.commands()));
        domain.send(new RegisterAccount(ACCOUNT, "Acme", "91440300"));
        credit(cash);
    }

    private void subscribe(Object desk) {
        new AnnotationCommandHandlerAdapter<>(desk).subscribe(domain.bus());
    }

    void agree(String product, PriceTerms terms, String from, @Nullable String until) {
        var end = until == null ? null : Instant.parse(until);
        var price = new SetAccountPrice(
                ACCOUNT, new ProductCode(product), terms, Instant.parse(from), end, "contract 7", false, OPENED);
        domain.send(new AgreePrice(price));
    }

    void announce(String name, PriceTerms terms, String from, @Nullable String until, String... products) {
        var end = until == null ? null : Instant.parse(until);
        var codes = Stream.of(products).map(ProductCode::new).toList();
        domain.send(new AnnouncePromotion(new SetPromotion(
                new Promotion(name, codes, terms, Instant.parse(from), end, "summer", true, OPENED))));
    }

    void credit(String cash) {
        domain.send(new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan(cash), "transfer", OPENED));
    }

    DomainFixture domain() {
        return domain;
    }

    int idsDrawn() {
        return ids.drawn();
    }

    Object send(Object command) {
        return domain.send(command);
    }

    OrderPlaced place(String at, OrderItem... items) {
        var command = new PlaceOrder(ACCOUNT, List.of(items), Payment.UNSPECIFIED, Instant.parse(at));
        return (OrderPlaced) domain.send(command);
    }

    OrderPlaced renew(String at, String resource, @Nullable Long periods) {
        return (OrderPlaced) domain.send(
                new RenewResource(ACCOUNT, new ResourceId(resource), periods, Instant.parse(at)));
    }

    OrderPlaced upgrade(String at, String resource, String product) {
        return (OrderPlaced) domain.send(new UpgradeResource(
                ACCOUNT,
                new ResourceId(resource),
                new ProductCode(product),
                Instant.parse(at)));
    }

    /** How a line that is priced by days was worked out. */
    static Calculation calculation(OrderLine line) {
        return Objects.requireNonNull(line.calculation());
    }

    void passSeatTime(Instant at) {
        domain.send(new PassSeatTime(ACCOUNT, at));
    }

    void passChatTime(Instant at) {
        domain.send(new PassChatTime(ACCOUNT, at));
    }

    void passNumberTime(String resource, Instant at) {
        domain.send(new PassNumberTime(ACCOUNT, new ResourceId(resource), at));
    }

    List<Object> seatEvents() {
        return domain.eventsOf("seats-1");
    }

    List<Object> chatEvents() {
        return domain.eventsOf("chat-1");
    }

    List<Object> numberEvents(String resource) {
        return domain.eventsOf("number-" + resource);
    }
}
