package io.minutebook.billing.refunds;

import static io.minutebook.billing.refunds.Cases.asked;
import static io.minutebook.billing.refunds.Cases.bought;
import static io.minutebook.billing.refunds.Cases.cash;
import static io.minutebook.billing.refunds.Cases.number;
import static io.minutebook.billing.refunds.Cases.pack;
import static io.minutebook.billing.refunds.Cases.seats;
import static io.minutebook.billing.refunds.Cases.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.minutebook.billing.Refused;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.usage.Meter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefundRefusalTest {

    private static final Purchase LISTED = bought("300.00", cash("300.00"), "2025-01-15T10:00");
    private static final Purchase PROMOTED = new Purchase(
            LISTED.orderId(), LISTED.boughtAt(), LISTED.listPrice(), LISTED.paid(), false);
    private static final Held.OfNumber OVER = number("2025-01-15T10:00", "2025-02-15T10:00");
    private static final Held.OfSeats SEATS = seats("2025-01-15T10:00", "2025-02-15T10:00");
    private static final Held.OfNothing CHAT = new Held.OfNothing("Chat is not taken back.", Cases.at("2025-02-01T00:00"));

    private final RefundPolicy policy = new RefundPolicy(RefundTerms.DEFAULT);

    /** Each case breaks its rule and every rule that comes after it. */
    static Stream<Arguments> everyReasonInOrder() {
        var promoted = asked(CHAT, "2025-03-01T00:00", Standing.BANNED, "1", PROMOTED);
        var inGoodStanding = asked(CHAT, "2025-03-01T00:00", PROMOTED);
        return Stream.of(
                Arguments.of(RefundRefusal.ALREADY_REFUNDED, with(promoted, true, "fraud", true)),
                Arguments.of(RefundRefusal.ACCOUNT_IN_VIOLATION, with(promoted, false, "fraud", true)),
                Arguments.of(RefundRefusal.VETOED, with(inGoodStanding, false, "fraud", true)),
                Arguments.of(RefundRefusal.PROMOTION_NOT_REFUNDABLE, with(inGoodStanding, false, null, true)),
                Arguments.of(RefundRefusal.PRODUCT_NOT_REFUNDABLE, asked(CHAT, "2025-03-01T00:00", LISTED)),
                Arguments.of(RefundRefusal.EXPIRED, asked(OVER, "2025-02-15T10:00", LISTED)),
                Arguments.of(RefundRefusal.EXPIRES_THIS_MONTH, asked(OVER, "2025-02-01T00:00", LISTED)),
                Arguments.of(
                        RefundRefusal.FIVE_DAYS_OVER,
                        with(asked(SEATS, "2025-01-21T00:00", LISTED), false, null, true)),
                Arguments.of(
                        RefundRefusal.FULL_REFUND_USED,
                        with(asked(SEATS, "2025-01-20T00:00", LISTED), false, null, true)));
    }

    @ParameterizedTest
    @MethodSource("everyReasonInOrder")
    void theStrongestReasonIsTold(RefundRefusal reason, RefundCase asked) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> policy.decide(asked))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"REALTIME_ASR, true", "OFFLINE_ASR, true", "AUDIO, false", "LANDLINE_OUTBOUND, false"})
    void recognitionPacksAreNotTakenBack(Meter meter, boolean isRefused) {
        var asked = asked(pack(meter, 0, "0.03"), "2025-06-01T12:00", LISTED);

        if (!isRefused) assertThatNoException().isThrownBy(() -> policy.decide(asked));
        else assertThatExceptionOfType(Refused.class).isThrownBy(() -> policy.decide(asked));
    }

    @Test
    void aWarningBlocksNothing() {
        var asked = asked(SEATS, "2025-01-20T23:59:59", Standing.WARNED, "1", LISTED);

        assertThatNoException().isThrownBy(() -> policy.decide(asked));
    }

    @Test
    void aNumberThatEndsWithTheMonthEndsInIt() {
        var untilMidnight = number("2025-01-01T00:00", "2025-02-01T00:00");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> policy.decide(asked(untilMidnight, "2025-01-10T00:00", LISTED)))
                .withMessageContaining("2025-01-31");
    }
}
