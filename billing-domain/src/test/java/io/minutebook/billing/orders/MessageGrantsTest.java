package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.APPLICATION;
import static io.minutebook.billing.orders.Items.chat;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.PackId;
import io.minutebook.billing.PriceBooks;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageGrantsTest {

    private static final String BOUGHT = "2025-01-31T10:00:00+08:00";
    private static final String POOL = "packs-1-BOT_MESSAGES-" + APPLICATION;

    private final Desks desks = new Desks("100000.00", PriceBooks.withPromotionUntil("2025-04-01"));

    @Test
    void everyMonthOfAPlanIsGrantedWhenThePlanIsBought() {
        var order = desks.place(BOUGHT, chat("chat-standard", 2, Region.DOMESTIC, 3L));

        assertThat(granted()).extracting(MessageGrantsTest::said).containsExactly(
                "R1-20250131: 20000 of chat-standard in [2025-01-31T02:00:00Z, 2025-02-28T16:00:00Z)",
                "R1-20250301: 20000 of chat-standard in [2025-02-28T16:00:00Z, 2025-03-30T16:00:00Z)",
                "R1-20250331: 20000 of chat-standard in [2025-03-30T16:00:00Z, 2025-04-30T16:00:00Z)");
        assertThat(granted()).allSatisfy(grant -> {
            assertThat(grant.included()).isTrue();
            assertThat(grant.unitPrice()).isEqualTo(UnitPrice.of("0"));
            assertThat(grant.orderId()).isEqualTo(order.orderId());
            assertThat(grant.applicationId()).isEqualTo(APPLICATION);
        });
    }

    @Test
    void aRenewalGrantsTheFurtherMonthsAndLicencesGrantNone() {
        var licences = chat("chat-licence", 2, Region.OVERSEAS, null);
        desks.place(BOUGHT, chat("chat-standard", 1, Region.OVERSEAS, 1L), licences);
        var order = desks.renew("2025-02-20T00:00:00+08:00", "R1", 2L);

        assertThat(granted().subList(1, 3)).extracting(MessageGrantsTest::said).containsExactly(
                "R1-20250301: 10000 of chat-standard in [2025-02-28T16:00:00Z, 2025-03-30T16:00:00Z)",
                "R1-20250331: 10000 of chat-standard in [2025-03-30T16:00:00Z, 2025-04-30T16:00:00Z)");
        assertThat(granted()).hasSize(3).last().extracting(MessagesGranted::orderId).isEqualTo(order.orderId());
    }

    @Test
    void anUpgradeKeepsTheMessagesAsTheyAre() {
        desks.place(BOUGHT, chat("chat-standard", 1, Region.DOMESTIC, 1L));
        desks.upgrade("2025-02-15T00:00:00+08:00", "R1", "chat-advanced");

        assertThat(granted()).hasSize(1);
    }

    @Test
    void aTrialGrantsItsDaysWithoutAnOrder() {
        desks.send(new StartTrial(Desks.ACCOUNT, APPLICATION, TrialKind.CHAT, null, Instant.parse(BOUGHT)));

        assertThat(granted()).singleElement().satisfies(grant -> {
            assertThat(said(grant)).isEqualTo(
                    "R1-20250131: 10000 of chat-advanced in [2025-01-31T02:00:00Z, 2025-02-06T16:00:00Z)");
            assertThat(grant.orderId()).isNull();
        });
    }

    @Test
    void aPackIsGrantedAtThePriceOfOneMessage() {
        var pack = chat("bot-messages-100k", 1, Region.OVERSEAS, null);
        desks.place(BOUGHT, chat("chat-standard", 1, Region.OVERSEAS, 12L), pack);
        var order = desks.place("2025-04-01T00:00:00+08:00", pack);

        assertThat(granted().subList(12, 14)).extracting(MessagesGranted::unitPrice)
                .containsExactly(UnitPrice.of("0"), UnitPrice.of("0.015"));
        assertThat(granted().getLast()).isEqualTo(new MessagesGranted(
                Desks.ACCOUNT,
                APPLICATION,
                new PackId("P2"),
                new ProductCode("bot-messages-100k"),
                100_000,
                UnitPrice.of("0.015"),
                false,
                Instant.parse("2025-03-31T16:00:00Z"),
                Instant.parse("2026-04-01T16:00:00Z"),
                order.orderId()));
    }

    private List<MessagesGranted> granted() {
        return desks.domain().eventsOf(POOL).stream().map(MessagesGranted.class::cast).toList();
    }

    private static String said(MessagesGranted grant) {
        return "%s: %d of %s in [%s, %s)".formatted(
                grant.packId(), grant.messages(), grant.product(), grant.validFrom(), grant.validUntil());
    }
}
