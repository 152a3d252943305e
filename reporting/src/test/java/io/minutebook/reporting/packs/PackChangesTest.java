package io.minutebook.reporting.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import io.minutebook.reporting.packs.PackView.Filter;
import io.minutebook.reporting.packs.PackView.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackChangesTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final PackId PACK = new PackId("P000000000001");
    private static final Instant BOUGHT = Instant.parse("2023-07-24T02:00:00Z");
    private static final Instant VALID_UNTIL = Instant.parse("2024-07-24T16:00:00Z");

    private final PackChanges changes = new PackChanges();

    @Test
    void aNewPackHoldsAllItWasGranted() {
        changes.add(granted(100));

        assertThat(changes.granted()).extracting(PackRow::balance).containsExactly(balance(100, 0, 100, 0, 0));
        assertThat(changes.balances()).isEmpty();
    }

    @Test
    void theLastEventOfAPackHasTheLastWord() {
        changes.add(granted(100));
        changes.add(expired(balance(100, 40, 0, 60, 0)));

        assertThat(changes.granted()).extracting(PackRow::balance).containsExactly(balance(100, 40, 0, 60, 0));
    }

    @Test
    void aReversedDrawLeavesTheBalanceItStates() {
        changes.add(granted(100));
        changes.add(reversed(balance(100, 0, 100, 0, 0)));

        assertThat(changes.granted()).extracting(PackRow::balance).containsExactly(balance(100, 0, 100, 0, 0));
    }

    @Test
    void aRefundEndsANewPackAndOneThatWasThereBefore() {
        var left = balance(100, 40, 0, 0, 60);
        changes.add(refunded(left));
        assertThat(changes.refunds()).containsOnlyKeys(PACK);
        assertThat(changes.balances()).containsEntry(PACK, left);

        var anew = new PackChanges();
        anew.add(granted(100));
        anew.add(refunded(left));
        assertThat(anew.refunds()).isEmpty();
        assertThat(anew.granted()).extracting(PackRow::balance).containsExactly(left);
        assertThat(PackView.of(anew.granted().iterator().next(), BOUGHT).state()).isEqualTo(State.REFUNDED);
    }

    @Test
    void aPackGrantedBeforeThisRunGetsItsBalanceOnly() {
        changes.add(expired(balance(100, 40, 0, 60, 0)));

        assertThat(changes.granted()).isEmpty();
        assertThat(changes.balances()).containsEntry(PACK, balance(100, 40, 0, 60, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-24T15:59:59.999Z, 60, 0, 0, ACTIVE,    60, 0,  true",
        "2024-07-24T15:59:59.999Z, 0,  0, 0, EXHAUSTED, 0,  0,  true",
        "2024-07-24T16:00:00.000Z, 60, 0, 0, EXPIRED,   0,  60, false",
        "2024-07-24T16:00:00.000Z, 0, 60, 0, EXPIRED,   0,  60, false",
        "2024-07-24T15:59:59.999Z, 0,  0, 5, REFUNDED,  0,  0,  false",
        "2024-07-24T16:00:00.000Z, 0,  0, 5, REFUNDED,  0,  0,  false",
        "2024-07-24T15:59:59.999Z, 0,  0, 0, REFUNDED,  0,  0,  false",
    })
    void lapseIsJudgedAtTheInstantAsked(
            Instant at, long remaining, long expired, long refunded, State state, long shownRemaining,
            long shownExpired, boolean active) {
        var balance = balance(100, 100 - remaining - expired - refunded, remaining, expired, refunded);
        var row = PackRow.of(granted(100)).with(balance);
        var pack = PackView.of(state == State.REFUNDED ? row.refunded(BOUGHT.plusSeconds(1)) : row, at);

        assertThat(pack.state()).isEqualTo(state);
        assertThat(pack.remaining()).isEqualTo(new Minutes(shownRemaining));
        assertThat(pack.expired()).isEqualTo(new Minutes(shownExpired));
        assertThat(pack.lastDay()).hasToString("2024-07-24");
        assertThat(Filter.ACTIVE.admits(pack)).isEqualTo(active);
        assertThat(Filter.LAPSED.admits(pack)).isEqualTo(!active);
        assertThat(Filter.ALL.admits(pack)).isTrue();
    }

    @Test
    void whatAPlanIncludesIsAPackOfItsApplicationFromTheBeginOfItsMonthOn() {
        changes.add(included());
        var row = changes.granted().iterator().next();

        assertThat(row.balance()).isEqualTo(balance(10_000, 0, 10_000, 0, 0));
        assertThat(row.isThereAt(BOUGHT.minusMillis(1))).isFalse();
        assertThat(row.isThereAt(BOUGHT)).isTrue();
        assertThat(PackView.of(row, BOUGHT)).satisfies(pack -> {
            assertThat(pack.meter()).isEqualTo(Meter.BOT_MESSAGES);
            assertThat(pack.applicationId()).isEqualTo(7);
            assertThat(pack.included()).isTrue();
            assertThat(pack.boughtAt()).isEqualTo(BOUGHT);
            assertThat(pack.state()).isEqualTo(State.ACTIVE);
        });
    }

    @Test
    void whatPlansIncludeStandsBeforePacksThatLapseEarlier() {
        var included = PackView.of(PackRow.of(included()), BOUGHT);
        var pack = PackView.of(PackRow.of(granted(100)), BOUGHT);

        assertThat(included.validUntil()).isAfter(pack.validUntil());
        assertThat(PackView.DRAW_ORDER.compare(included, pack)).isNegative();
        assertThat(pack.applicationId()).isNull();
    }

    private static MessagesGranted included() {
        return new MessagesGranted(
                ACCOUNT, 7, new PackId("R000000000001-20230724"), new ProductCode("chat-standard"), 10_000,
                UnitPrice.of("0"), true, BOUGHT, VALID_UNTIL.plusSeconds(1), null);
    }

    private static PackGranted granted(long minutes) {
        return new PackGranted(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, new ProductCode("landline-outbound-custom"),
                new Minutes(minutes), UnitPrice.of("0.145"), BOUGHT, VALID_UNTIL, new OrderId("O000000000001"));
    }

    private static PackExpired expired(Balance balance) {
        return new PackExpired(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, VALID_UNTIL, balance.expired(), balance);
    }

    private static DrawReversed reversed(Balance balance) {
        var id = new RecordId("/cdr/test", "1:bot:1");
        var record = new BotMessages(id, ACCOUNT, 1, "1", Region.DOMESTIC, 1, BOUGHT);
        var back = new Return(PACK, new Minutes(40), Minutes.ZERO, balance);
        return new DrawReversed(
                MeteredUsage.of(record, Meter.BOT_MESSAGES), id, List.of(back), Minutes.ZERO);
    }

    private static Balance balance(long granted, long drawn, long remaining, long expired, long refunded) {
        return new Balance(
                new Minutes(granted), new Minutes(drawn), new Minutes(remaining), new Minutes(expired),
                new Minutes(refunded));
    }

    private static PackRefunded refunded(Balance left) {
        return new PackRefunded(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, new RefundId("F1"), BOUGHT.plusSeconds(1), left.refunded(), left);
    }
}
