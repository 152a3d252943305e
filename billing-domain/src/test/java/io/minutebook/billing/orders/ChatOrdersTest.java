package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.APPLICATION;
import static io.minutebook.billing.orders.Items.chat;
import static io.minutebook.billing.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.chat.ChatExpired;
import io.minutebook.billing.chat.ChatExpiryAnnounced;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatRenewed;
import io.minutebook.billing.chat.ChatTrialEnded;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.chat.MessageAllowance;
import io.minutebook.billing.chat.MessagePackBought;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatOrdersTest {

    private static final String BOUGHT = "2025-01-31T10:00:00+08:00";
    private static final Instant BOUGHT_AT = Instant.parse(BOUGHT);

    private final Desks desks = new Desks("100000.00");

    @Test
    void everyMonthOfAPlanIncludesItsMessages() {
        desks.place(BOUGHT, chat("chat-standard", 1, Region.DOMESTIC, 3L));

        var bought = (ChatPlanBought) desks.chatEvents().getFirst();
        assertThat(bought.licences()).isEqualTo(3);
        assertThat(bought.allowances()).containsExactly(
                new MessageAllowance(BOUGHT_AT, midnight("2025-03-01"), 10_000),
                new MessageAllowance(midnight("2025-03-01"), midnight("2025-03-31"), 10_000),
                new MessageAllowance(midnight("2025-03-31"), midnight("2025-05-01"), 10_000));
    }

    @Test
    void aRenewalKeepsTheDayOfPurchaseAsItsAnchorAndTakesLicencesAlong() {
        desks.place(BOUGHT, chat("chat-standard", 1, Region.OVERSEAS, 1L), chat("chat-licence", 2, Region.OVERSEAS, null));

        var order = desks.renew("2025-02-20T00:00:00+08:00", "R1", 2L);

        assertThat(order.payable()).isEqualTo(Money.yuan("4196.00"));
        assertThat(order.lines()).allSatisfy(line -> {
            assertThat(line.validFrom()).isEqualTo(midnight("2025-03-01"));
            assertThat(line.lastDay()).isEqualTo("2025-04-30");
        });
        var renewed = desks.chatEvents().stream()
                .filter(ChatRenewed.class::isInstance)
                .map(ChatRenewed.class::cast)
                .toList();
        assertThat(renewed).extracting(event -> event.resourceId().value()).containsExactly("R1", "R2");
        assertThat(renewed.getFirst().allowances()).containsExactly(
                new MessageAllowance(midnight("2025-03-01"), midnight("2025-03-31"), 10_000),
                new MessageAllowance(midnight("2025-03-31"), midnight("2025-05-01"), 10_000));
        assertThat(renewed.getLast().allowances()).isEmpty();
    }

    /** 31 January to 28 February is 29 days, of which 14 are left: 5 x 199.00 x 14 / 29. */
    @Test
    void licencesBoughtLaterArePaidForTheDaysThatAreLeft() {
        desks.place(BOUGHT, chat("chat-standard", 1, Region.DOMESTIC, 1L));

        var line = desks.place("2025-02-15T00:00:00+08:00", chat("chat-licence", 5, Region.DOMESTIC, 1L))
                .lines()
                .getFirst();

        assertThat(Desks.calculation(line).price()).containsExactly(new DayShare(UnitPrice.of("995"), 14, 29));
        assertThat(line.amount()).isEqualTo(Money.yuan("480.34"));
        assertThat(line.lastDay()).isEqualTo("2025-02-28");
    }

    @Test
    void anUpgradeIsPaidByTheDaysThatAreLeft() {
        desks.place(BOUGHT, chat("chat-standard", 1, Region.DOMESTIC, 1L), chat("chat-licence", 1, Region.DOMESTIC, null));

        var order = desks.upgrade("2025-02-15T00:00:00+08:00", "R1", "chat-advanced");

        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.listPrice()).isEqualTo(Money.yuan("1448.28"));
            assertThat(line.amount()).isEqualTo(Money.yuan("965.52"));
            assertThat(line.transaction()).isEqualTo(Transaction.UPGRADE);
            assertThat(line.lastDay()).isEqualTo("2025-02-28");
        });
        assertRefused("NOT_UPGRADABLE", () -> desks.upgrade("2025-02-16T00:00:00+08:00", "R1", "chat-standard"));
    }

    @Test
    void aMessagePackStatesItsApplicationItsMessagesAndItsTime() {
        var order = desks.place(
                BOUGHT, chat("bot-messages-100k", 2, Region.DOMESTIC, null), chat("chat-standard", 1, Region.DOMESTIC, 1L));

        assertThat(order.payable()).isEqualTo(Money.yuan("1000.00"));
        assertThat(order.lines()).extracting(OrderLine::resourceId).containsExactly("P1", "P2", "R1");
        assertThat(desks.chatEvents().getFirst()).isEqualTo(new MessagePackBought(
                Desks.ACCOUNT,
                order.orderId(),
                new ResourceId("P1"),
                APPLICATION,
                Region.DOMESTIC,
                order.lines().getFirst().product(),
                100_000,
                UnitPrice.of("0"),
                BOUGHT_AT,
                midnight("2026-02-01")));
    }

    @Test
    void aTrialCarriesNeitherLicencesNorMessagePacks() {
        tryAt(BOUGHT, APPLICATION);

        assertRefused("PLAN_REQUIRED", () -> desks.place(BOUGHT, chat("chat-licence", 1, Region.DOMESTIC, null)));
        assertRefused("PLAN_REQUIRED", () -> desks.place(BOUGHT, chat("bot-messages-100k", 1, Region.DOMESTIC, null)));
        assertRefused("NOT_RENEWABLE", () -> desks.renew(BOUGHT, "R1", 1L));
    }

    @Test
    void timeRemindsOfTheEndAndEndsThePlanWithItsLicences() {
        desks.place(BOUGHT, chat("chat-standard", 1, Region.DOMESTIC, 1L), chat("chat-licence", 1, Region.DOMESTIC, null));

        desks.passChatTime(Instant.parse("2025-12-31T00:00:00Z"));

        var end = midnight("2025-03-01");
        assertThat(desks.chatEvents().subList(2, 6)).containsExactly(
                new ChatExpiryAnnounced(Desks.ACCOUNT, new ResourceId("R1"), 7, midnight("2025-02-22"), end),
                new ChatExpiryAnnounced(Desks.ACCOUNT, new ResourceId("R1"), 1, midnight("2025-02-28"), end),
                new ChatExpired(Desks.ACCOUNT, new ResourceId("R1"), end),
                new ChatExpired(Desks.ACCOUNT, new ResourceId("R2"), end));
        assertRefused("RESOURCE_NOT_ACTIVE", () -> desks.renew("2026-01-01T00:00:00Z", "R1", 1L));
    }

    @Test
    void eachApplicationMayTryTheAdvancedEditionTwice() {
        var trial = (ChatTrialStarted) tryAt(BOUGHT, 1);

        assertThat(trial.product()).hasToString("chat-advanced");
        assertThat(trial.validUntil()).isEqualTo(midnight("2025-02-07"));
        assertThat(trial.allowances())
                .isEqualTo(List.of(new MessageAllowance(BOUGHT_AT, midnight("2025-02-07"), 10_000)));
        assertRefused("TRIAL_RUNNING", () -> tryAt("2025-02-06T23:59:59.999+08:00", 1));
        tryAt("2025-02-06T23:59:59.999+08:00", 2);
        tryAt("2025-02-07T00:00:00+08:00", 1);
        assertRefused("TRIAL_RUNNING", () -> tryAt("2025-02-13T23:59:59.999+08:00", 1));
        assertRefused("TRIAL_USED_UP", () -> tryAt("2025-02-14T00:00:00+08:00", 1));
        assertThat(desks.chatEvents()).filteredOn(ChatTrialEnded.class::isInstance).hasSize(1);
    }

    private Object tryAt(String at, long application) {
        return desks.send(new StartTrial(Desks.ACCOUNT, application, TrialKind.CHAT, null, Instant.parse(at)));
    }

    private static Instant midnight(String day) {
        return Instant.parse(day + "T00:00:00+08:00");
    }
}
