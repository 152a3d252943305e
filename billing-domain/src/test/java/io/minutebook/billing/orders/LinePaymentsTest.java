package io.minutebook.billing.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.VoucherShare;
import io.minutebook.billing.account.VoucherUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePaymentsTest {

    @Test
    void aLineIsPaidInTheProportionOfTheWholeOrder() {
        var parts = LinePayments.split(fen(10_000, 30_000), paid(20_000, 10_000, 6_000, 4_000));

        assertThat(parts).containsExactly(paid(5_000, 2_500, 1_500, 1_000), paid(15_000, 7_500, 4_500, 3_000));
    }

    @Test
    void eachRunningTotalIsRoundedHalfUpAndTheDifferencesAreTaken() {
        var parts = LinePayments.split(fen(2, 1), paid(1, 1, 1, 0));

        assertThat(parts).containsExactly(paid(1, 0, 1, 0), paid(0, 1, 0, 0));
    }

    @Test
    void aKindThatPaidNothingHasNoPartInAnyLine() {
        var parts = LinePayments.split(fen(333, 333, 334), paid(0, 700, 0, 300));

        assertThat(parts).allSatisfy(part -> {
            assertThat(part.cash()).isEqualTo(Money.ZERO);
            assertThat(part.revenueShare()).isEqualTo(Money.ZERO);
        });
    }

    @Test
    void anOrderOfNothingIsPaidWithNothing() {
        assertThat(LinePayments.split(fen(0, 0), paid(0, 0, 0, 0)))
                .containsExactly(paid(0, 0, 0, 0), paid(0, 0, 0, 0));
    }

    @Test
    void theLargestOrderDoesNotOverflow() {
        long half = 6_900_000_000_000L;

        assertThat(LinePayments.split(fen(half, half), paid(half, half, 0, 0)))
                .containsExactly(paid(half / 2, half / 2, 0, 0), paid(half / 2, half / 2, 0, 0));
    }

    @Test
    void linesThatDoNotSumToWhatWasPaidAreADefect() {
        assertThatThrownBy(() -> LinePayments.split(fen(1), paid(2, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAVoucherOfSomeProductsPaysStaysOnItsLines() {
        var use = new VoucherUse(
                new VoucherId("V1"), new Money(6_000), Money.ZERO, List.of(new VoucherShare(1, new Money(6_000))));

        var parts = LinePayments.split(fen(10_000, 10_000), paid(13_000, 0, 0, 7_000), List.of(use));

        assertThat(parts).containsExactly(paid(9_286, 0, 0, 714), paid(3_714, 0, 0, 6_286));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21})
    void linesWithBoundVouchersAddUpAsWell(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var free = randomlyPaid(random);
            var open = randomLines(random, free.total().fen());
            var shares = IntStream.range(0, open.size())
                    .filter(_ -> random.nextBoolean())
                    .mapToObj(line -> new VoucherShare(line, new Money(random.nextInt(500))))
                    .toList();
            var bound = Money.sum(shares.stream().map(VoucherShare::amount).toList());
            var use = new VoucherUse(new VoucherId("V1"), bound, Money.ZERO, shares);
            var amounts = new ArrayList<>(open);
            shares.forEach(share -> amounts.set(share.line(), amounts.get(share.line()).plus(share.amount())));
            var paid = new Paid(free.voucher().plus(bound), free.gift(), free.revenueShare(), free.cash());

            var parts = LinePayments.split(amounts, paid, List.of(use));

            assertRows(amounts, parts);
            assertColumns(paid, parts);
            assertThat(shares).allSatisfy(share ->
                    assertThat(parts.get(share.line()).voucher()).isGreaterThanOrEqualTo(share.amount()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void rowsSumToTheLineColumnsToWhatWasPaidAndNoPartIsNegative(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var paid = randomlyPaid(random);
            var amounts = randomLines(random, paid.total().fen());
            var parts = LinePayments.split(amounts, paid);
            assertRows(amounts, parts);
            assertColumns(paid, parts);
        }
    }

    private static void assertRows(List<Money> amounts, List<Paid> parts) {
        assertThat(parts).extracting(Paid::total).isEqualTo(amounts);
        for (var part : parts) {
            assertThat(List.of(part.cash(), part.gift(), part.revenueShare(), part.voucher()))
                    .allSatisfy(money -> assertThat(money).isGreaterThanOrEqualTo(Money.ZERO));
        }
    }

    private static void assertColumns(Paid paid, List<Paid> parts) {
        List<Function<Paid, Money>> kinds = List.of(Paid::cash, Paid::gift, Paid::revenueShare, Paid::voucher);
        for (var kind : kinds) {
            assertThat(Money.sum(parts.stream().map(kind).toList())).isEqualTo(kind.apply(paid));
        }
    }

    private static Paid randomlyPaid(Random random) {
        int bound = random.nextBoolean() ? 5 : 1_000_000;
        return paid(part(random, bound), part(random, bound), part(random, bound), part(random, bound));
    }

    private static long part(Random random, int bound) {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(bound);
    }

    private static List<Money> randomLines(Random random, long total) {
        var cuts = random.longs(random.nextInt(12), 0, total + 1).sorted().toArray();
        var bounds = LongStream.concat(LongStream.concat(LongStream.of(0), LongStream.of(cuts)), LongStream.of(total))
                .toArray();
        return LongStream.range(1, bounds.length)
                .mapToObj(i -> new Money(bounds[(int) i] - bounds[(int) i - 1]))
                .toList();
    }

    private static List<Money> fen(long... amounts) {
        return LongStream.of(amounts).mapToObj(Money::new).toList();
    }

    private static Paid paid(long cash, long gift, long revenueShare, long voucher) {
        return new Paid(new Money(voucher), new Money(gift), new Money(revenueShare), new Money(cash));
    }
}
