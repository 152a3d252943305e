package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.account.ConfirmAccount;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.discounts.AccountPrices;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.discounts.OwnPrice;
import io.minutebook.billing.discounts.Promotion;
import io.minutebook.billing.discounts.PromotionBook;
import io.minutebook.billing.discounts.ReadAccountPrices;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Takes what is agreed and announced beside the list prices, for accounts and products that there are. */
public final class PriceDesk {

    private final PriceBook priceBook;
    private final PromotionBook promotions;
    private final CommandGateway commands;

    public PriceDesk(PriceBook priceBook, PromotionBook promotions, CommandGateway commands) {
        this.priceBook = priceBook;
        this.promotions = promotions;
        this.commands = commands;
    }

    @CommandHandler
    public OwnPrice handle(AgreePrice command) {
        confirm(command.price().accountId());
        requireKnown(command.price().product());
        return commands.sendAndWait(command.price());
    }

    @CommandHandler
    public Promotion handle(AnnouncePromotion command) {
        command.promotion().promotion().products().forEach(this::requireKnown);
        return commands.sendAndWait(command.promotion());
    }

    @CommandHandler
    public Discounts handle(AskDiscounts command) {
        confirm(command.accountId());
        AccountPrices own = commands.sendAndWait(new ReadAccountPrices(command.accountId()));
        return new Discounts(own, promotions.current());
    }

    private void confirm(AccountId accountId) {
        commands.sendAndWait(new ConfirmAccount(accountId));
    }

    private void requireKnown(ProductCode code) {
        if (priceBook.knows(code)) return;
        throw new Refused(PricingRefusal.UNKNOWN_PRODUCT, code + " is not a product; the catalogue lists them.");
    }
}
