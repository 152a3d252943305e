package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.DomainTypes;
import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.ledger.Books;
import io.minutebook.billing.ledger.Journal;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.seats.Seats;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.UsageListed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored shape of each event is approved: a change here is a change of history and needs a new version. */
class StoredEventsTest {

    private final LedgerSerializer serializer = LedgerSerializer.create();

    static Stream<Map.Entry<String, Object>> samples() {
        return Samples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsApproved(Map.Entry<String, Object> sample) {
        var written = serializer.serialize(sample.getValue(), String.class);
        assertThat(written.getType().getName() + "-" + written.getType().getRevision()).isEqualTo(sample.getKey());
        assertThat(written.getData()).isEqualTo(approved(sample.getKey()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadBackAsItWas(Map.Entry<String, Object> sample) {
        var type = StoredNames.nameOf(sample.getValue().getClass());
        Object read = serializer.deserialize(
                new SimpleSerializedObject<>(approved(sample.getKey()), String.class, type));
        assertThat(read).isEqualTo(sample.getValue());
    }

    /** None may pass it by unseen; the samples are of one shape each, not of one history. */
    @ParameterizedTest
    @MethodSource("samples")
    void hasAPlaceInTheJournal(Map.Entry<String, Object> sample) {
        var refused = catchThrowable(() -> Journal.entryOf(sample.getValue(), new Books()));
        assertThat(refused instanceof UnsupportedOperationException).as("%s", refused).isFalse();
    }

    @Test
    void anOrderFromBeforeThereWereRenewalsIsReadAsPurchases() {
        var stored = new SimpleSerializedObject<>(
                approved("orders.order-placed-1"), String.class, "orders.order-placed", "1");

        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(Samples.orderOfVersion1());
        assertThat(serializer.classForType(stored.getType())).isEqualTo(OrderPlaced.class);
    }

    @Test
    void whatIsFromBeforeThereWereDiscountsIsReadAsSoldAtTheListPriceAndPaidByVouchersForAll() {
        assertThat(readOld("orders.order-placed", "2")).isEqualTo(Samples.orderOfVersion2());
        assertThat(readOld("account.order-paid", "1")).isEqualTo(Samples.paymentOfVersion1());
        assertThat(readOld("account.voucher-issued", "1")).isEqualTo(Samples.voucherOfVersion1());
    }

    /** As it was stored before vouchers could be for some products, and before violations were counted. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void theSnapshotOfAnAccountFromBeforeHoldsVouchersForAllAndNoViolations(String version) {
        var written = serializer.serialize(readOld("account.account", version), String.class);

        assertThat(written.getType().getRevision()).isEqualTo("3");
        assertThat(written.getData()).isEqualTo(approved("account.account-3"));
    }

    /** A reversal of a closed month names the month of its late line; others are written as before. */
    @Test
    void aLateReversalNamesItsMonth() {
        var samples = Samples.all();
        var reversed = (DrawReversed) Objects.requireNonNull(samples.get("packs.draw-reversed-1"));
        var withdrawn = (ListingWithdrawn) Objects.requireNonNull(samples.get("usage.listing-withdrawn-1"));
        var month = BillingMonth.parse("2025-02");
        var lateReversal = new DrawReversed(
                reversed.usage(), reversed.supersededBy(), reversed.returns(), reversed.uncovered(), month);
        var lateWithdrawal = new ListingWithdrawn(withdrawn.usage(), withdrawn.supersededBy(), month);

        for (var late : List.of(lateReversal, lateWithdrawal)) {
            var written = serializer.serialize(late, String.class);
            assertThat(written.getData()).endsWith(",\"lateIn\":\"2025-02\"}");
            assertThat(serializer.<String, Object>deserialize(written)).isEqualTo(late);
        }
    }

    private Object readOld(String name, String version) {
        var stored = new SimpleSerializedObject<>(approved(name + "-" + version), String.class, name, version);
        return Objects.requireNonNull(serializer.<String, Object>deserialize(stored));
    }

    /** A stream is read from its snapshot and the events after it. */
    @Test
    void statesAreReadBackAsTheyWere() {
        var seats = Seats.NONE;
        var chat = Chat.NONE;
        for (var sample : Samples.all().values()) {
            if (sample instanceof SeatEvent event) seats = seats.evolve(event);
            if (sample instanceof ChatEvent event) chat = chat.evolve(event);
        }

        assertThat(seats.resources()).hasSize(2);
        assertThat(chat.trials()).hasSize(1);
        assertThat(serializer.<String, Object>deserialize(serializer.serialize(seats, String.class))).isEqualTo(seats);
        assertThat(serializer.<String, Object>deserialize(serializer.serialize(chat, String.class))).isEqualTo(chat);
    }

    /** As it was stored before plans included bot messages; what was never told nor refunded is written as before. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 3", "4, 4"})
    void theSnapshotOfAPoolFromBeforeIsReadAsPacksThatWereBought(String stored, String written) {
        var today = serializer.serialize(readOld("packs.pack-pool", stored), String.class);

        assertThat(today.getType().getRevision()).isEqualTo("4");
        assertThat(today.getData()).isEqualTo(approved("packs.pack-pool-" + written));
    }

    @Test
    void readsBackEveryKindOfRecord() {
        var listed = new UsageListed(MeteredUsage.of(Samples.recognition(), Meter.REALTIME_ASR));
        var written = serializer.serialize(listed, String.class);
        assertThat(serializer.<String, Object>deserialize(written)).isEqualTo(listed);
    }

    @Test
    void approvesEveryStoredEvent() {
        var events = DomainTypes.storedTypes().stream()
                .filter(Class::isRecord)
                .map(StoredNames::nameOf)
                .map(type -> type.getName() + "-" + type.getRevision())
                .collect(Collectors.toSet());
        assertThat(events).isNotEmpty().isEqualTo(Samples.all().keySet());
    }

    private static String approved(String name) {
        try (var file = StoredEventsTest.class.getResourceAsStream("/stored/" + name + ".json")) {
            if (file == null) throw new AssertionError("no approved sample " + name);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
