package io.minutebook.reporting.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsRanLow;
import io.minutebook.billing.chat.ChatExpiryAnnounced;
import io.minutebook.billing.entitlements.EntitlementCode;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberExpiryAnnounced;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.seats.SeatsExpiryAnnounced;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import io.minutebook.reporting.feed.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlertCausesTest {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final PackId PACK = new PackId("P000000000002");
    private static final ResourceId RESOURCE = new ResourceId("R000000000003");
    private static final Instant NOON = Instant.parse("2025-01-15T04:00:00Z");
    private static final Instant UNTIL = Instant.parse("2025-02-14T16:00:00Z");
    private static final Instant RECORDED = Instant.parse("2025-01-15T04:00:01Z");

    static Stream<Arguments> alerts() {
        return Stream.of(
                arguments(
                        new PackLevelReached(
                                ACCOUNT, Meter.TOLL_FREE_INBOUND, null, PACK, 20, new Minutes(100), new Minutes(19), NOON),
                        "pack-low:P000000000002:20",
                        "P000000000002",
                        "Pack P000000000002 (toll free inbound) is down to 20%: 19 of 100 minutes are left."),
                arguments(
                        new PackExpiryAnnounced(
                                ACCOUNT, Meter.BOT_MESSAGES, 14L, PACK, 1, NOON, UNTIL, new Minutes(1)),
                        "pack-expiring:P000000000002:1",
                        "P000000000002",
                        "Pack P000000000002 (bot messages of application 14) ends in 1 day, after 2025-02-14;"
                                + " 1 message is left and lapses then."),
                arguments(
                        new PackExpiryAnnounced(
                                ACCOUNT, Meter.AUDIO, null, PACK, 30, NOON, UNTIL, new Minutes(70)),
                        "pack-expiring:P000000000002:30",
                        "P000000000002",
                        "Pack P000000000002 (audio) ends in 30 days, after 2025-02-14; 70 minutes are left and lapse"
                                + " then."),
                arguments(
                        drawn(7),
                        "uncovered-minutes:1300000001:BOT_MESSAGES-14:2025-01-15",
                        "BOT_MESSAGES-14",
                        "On 2025-01-15 there was usage on bot messages of application 14 that no pack covers: buy a"
                                + " pack. The first of the day lacked 7 messages."),
                arguments(
                        new EntitlementExceeded(
                                ACCOUNT,
                                14,
                                new EntitlementCode("E-013"),
                                LocalDate.parse("2025-01-15"),
                                new RecordId("/cdr", "14:s-1:main"),
                                NOON,
                                null),
                        "entitlement-breach:1300000001:14:E-013:2025-01-15",
                        "E-013",
                        "On 2025-01-15 application 14 used E-013, which its plan did not include; it was metered all the"
                                + " same."),
                arguments(
                        new SeatsExpiryAnnounced(ACCOUNT, RESOURCE, 7, NOON, UNTIL),
                        "renewal-coming:R000000000003:2025-02-14:7",
                        "R000000000003",
                        "The seat plan R000000000003 ends in 7 days, after 2025-02-14, with all its add-ons; renew it to"
                                + " keep them."),
                arguments(
                        new ChatExpiryAnnounced(ACCOUNT, RESOURCE, 1, NOON, UNTIL),
                        "renewal-coming:R000000000003:2025-02-14:1",
                        "R000000000003",
                        "The chat plan R000000000003 ends in 1 day, after 2025-02-14, with all its licences; renew it to"
                                + " keep them."),
                arguments(
                        new NumberExpiryAnnounced(ACCOUNT, RESOURCE, 30, NOON, UNTIL),
                        "renewal-coming:R000000000003:2025-02-14:30",
                        "R000000000003",
                        "The number R000000000003 ends in 30 days, after 2025-02-14; it is renewed by itself where that"
                                + " is switched on and the funds cover the rent."),
                arguments(
                        new NumberLapsed(ACCOUNT, RESOURCE, Money.yuan("50.00"), UNTIL),
                        "renewal-failed:R000000000003:2025-02-15",
                        "R000000000003",
                        "The number R000000000003 was not renewed, for the funds did not cover its rent of 50.00 yuan;"
                                + " it has ended."),
                arguments(
                        new FundsRanLow(
                                ACCOUNT,
                                new OrderId("O000000000001"),
                                NOON,
                                Money.yuan("500.00"),
                                new Funds(Money.yuan("400.00"), Money.yuan("9.50"), Money.ZERO)),
                        "funds-low:1300000001:O000000000001",
                        "O000000000001",
                        "Order O000000000001 left funds of 409.50 yuan, less than 500.00 yuan."));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void aCauseIsToldInWordsUnderAnIdOfItsOwn(Object fact, String id, String subject, String message) {
        var alert = AlertCauses.alertOf(event(fact)).orElseThrow();

        assertThat(alert.alertId()).isEqualTo(id);
        assertThat(alert.alertId()).startsWith(alert.kind().slug() + ":");
        assertThat(alert.accountId()).isEqualTo(ACCOUNT);
        assertThat(alert.subject()).isEqualTo(subject);
        assertThat(alert.message()).isEqualTo(message);
        assertThat(alert.raisedAt()).isEqualTo(RECORDED);
        assertThat(alert.event()).isNotNull().extracting(Alert.Event::position).isEqualTo(41L);
    }

    @Test
    void whatIsCoveredAndWhatHasEndedIsNoNews() {
        assertThat(AlertCauses.alertOf(event(drawn(0)))).isEmpty();
        assertThat(AlertCauses.alertOf(event(new NumberExpired(ACCOUNT, RESOURCE, UNTIL)))).isEmpty();
    }

    private static MinutesDrawn drawn(long uncovered) {
        var messages = new BotMessages(new RecordId("/bots", "14:b-1"), ACCOUNT, 14, "b-1", Region.DOMESTIC, 7, NOON);
        return new MinutesDrawn(MeteredUsage.of(messages, Meter.BOT_MESSAGES), List.of(), new Minutes(uncovered));
    }

    private static LedgerEvent event(Object fact) {
        return new LedgerEvent(41, "any", 0, RECORDED, fact);
    }
}
