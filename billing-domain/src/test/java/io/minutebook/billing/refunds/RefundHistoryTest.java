package io.minutebook.billing.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Usages;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.ReturnFunds;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.packs.ExpirePacks;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.packs.ReadPacks;
import io.minutebook.billing.packs.RefundPack;
import io.minutebook.billing.packs.ReverseDraw;
import io.minutebook.billing.usage.Meter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of one account: packs bought, calls in any order and corrected, packs expiring and refunded, while
 * every now and then a step of a refund fails and it is asked for again; a seed names each history.
 */
class RefundHistoryTest {

    private static final PoolId POOL = PoolId.ofMinutes(Counter.ACCOUNT, Meter.LANDLINE_OUTBOUND);
    private static final int STEPS = 160;
    private static final List<Class<?>> STEPS_OF_A_REFUND =
            List.of(ReturnFunds.class, ExpirePacks.class, RefundPack.class, GrantRefund.class);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void moneyComesBackOnceAndNeverMoreMinutesThanThereWere(long seed) {
        var history = new History(seed);
        history.live();

        assertThat(history.refunds).as("refunds").hasSizeGreaterThan(3);
        assertThat(history.failures).as("refunds that failed half-way").isPositive();
        history.assertMoneyCameBackOnce();
        history.assertMinutesAreAccountedFor();
    }

    private static final class History {

        private final Random random;
        private final Counter counter = new Counter();
        private final Map<RefundId, Money> refunds = new HashMap<>();
        private final List<MinutesDrawn> booked = new ArrayList<>();
        private final List<String> packs = new ArrayList<>();
        private Instant now = Cases.at("2025-01-01T00:00");
        private int failures;

        History(long seed) {
            random = new Random(seed);
        }

        void live() {
            for (int step = 0; step < STEPS; step++) step();
        }

        private void step() {
            now = now.plus(Duration.ofHours(1 + random.nextInt(200)));
            switch (random.nextInt(8)) {
                case 0 -> buy();
                case 1 -> refund();
                case 2 -> correct();
                case 3 -> counter.domain.send(new ExpirePacks(POOL, now));
                default -> call();
            }
        }

        private void buy() {
            var order = counter.place(local(now), Counter.pack("landline-outbound-10000"));
            packs.add(order.lines().getFirst().resourceId());
        }

        private void call() {
            var late = Duration.ofDays(random.nextInt(60));
            counter.call(1 + random.nextInt(900), now.minus(late));
            booked.add((MinutesDrawn) counter.domain.eventsOf(POOL.stream()).getLast());
        }

        private void correct() {
            if (booked.isEmpty()) return;
            var old = booked.remove(random.nextInt(booked.size()));
            counter.domain.send(new ReverseDraw(old, Usages.delivered(old.usage()), now));
        }

        private void refund() {
            if (packs.isEmpty()) return;
            var pack = packs.get(random.nextInt(packs.size()));
            if (random.nextBoolean()) failHalfWay(pack);
            try {
                var refund = counter.refund(pack, local(now));
                assertThat(refunds.put(refund.refundId(), refund.decision().amount())).isNull();
            } catch (Refused refused) {
                assertThat(refused.reason().name()).isIn("ALREADY_REFUNDED", "EXPIRED");
            }
        }

        private void failHalfWay(String pack) {
            var before = streams();
            var step = STEPS_OF_A_REFUND.get(random.nextInt(STEPS_OF_A_REFUND.size()));
            try {
                counter.domain.whileFailing(step, () -> counter.refund(pack, local(now)));
                throw new AssertionError("the refund of " + pack + " did not fail");
            } catch (Refused refused) {
                assertThat(refused.reason().name()).isIn("ALREADY_REFUNDED", "EXPIRED");
            } catch (IllegalStateException failed) {
                failures++;
            }
            assertThat(streams()).isEqualTo(before);
        }

        private List<Object> streams() {
            var all = new ArrayList<>(counter.domain.eventsOf("account-1"));
            all.addAll(counter.domain.eventsOf(POOL.stream()));
            all.addAll(counter.domain.eventsOf("refunds-1"));
            return all;
        }

        private static String local(Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.ofHours(8)).toString();
        }

        void assertMoneyCameBackOnce() {
            var returned = new HashMap<RefundId, Money>();
            for (var event : counter.domain.eventsOf("account-1")) {
                if (!(event instanceof FundsReturned back)) continue;
                assertThat(returned.put(back.refundId(), back.returned().total())).isNull();
            }
            assertThat(returned).isEqualTo(refunds);
            var resources = new HashSet<ResourceId>();
            for (var event : counter.domain.eventsOf("refunds-1")) {
                var refund = (RefundGranted) event;
                assertThat(resources.add(refund.resource().resourceId())).isTrue();
                assertThat(refund.decision().amount()).isLessThanOrEqualTo(paidFor(refund.resource().boughtBy()));
            }
            var spent = Money.sum(counter.orders().stream().map(OrderPlaced::payable).toList());
            var back = Money.sum(refunds.values());
            assertThat(counter.funds().cash()).isEqualTo(Money.yuan("100000.00").minus(spent).plus(back));
        }

        private Money paidFor(OrderId id) {
            return counter.orders().stream()
                    .filter(order -> order.orderId().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .payable();
        }

        /** A balance that does not add up cannot be made; here against what the events say of each part. */
        void assertMinutesAreAccountedFor() {
            var pool = (PackPool) counter.domain.send(new ReadPacks(POOL));
            var refunded = new HashMap<String, Long>();
            for (var event : counter.domain.eventsOf(POOL.stream())) {
                if (event instanceof PackRefunded back) refunded.put(back.packId().value(), back.minutes().value());
            }
            var lines = counter.orders().stream().flatMap(order -> order.lines().stream()).map(OrderLine::minutes);
            assertThat(pool.packs()).hasSize((int) lines.count()).allSatisfy(pack -> {
                var balance = pack.balance();
                assertThat(balance.refunded().value()).isEqualTo(refunded.getOrDefault(pack.id().value(), 0L));
                assertThat(balance.drawn().value() + balance.refunded().value() + balance.expired().value())
                        .isLessThanOrEqualTo(balance.granted().value());
                if (pack.refundedAt() != null) assertThat(balance.remaining().isZero()).isTrue();
            });
        }
    }
}
