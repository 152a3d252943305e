package io.minutebook.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.orders.OrderItem;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.PlaceOrder;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.packs.PassPackTime;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.packs.ReadPacks;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.refunds.RequestRefund;
import io.minutebook.billing.usage.Meter;
import io.minutebook.server.fixture.RealParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.common.AxonTransientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;

/** A refund while calls are being booked and while the pack expires: the figures fit together however they meet. */
class RefundRacesIT {

    private static final PoolId POOL = PoolId.ofMinutes(Calls.ACCOUNT, Meter.LANDLINE_OUTBOUND);
    private static final int BATCHES = 12;
    private static final int CALLS = 10;

    private static final IngestLedger LEDGER = new IngestLedger(RealParts.newDatabase());

    private long offset;
    private int session;

    @BeforeAll
    static void standAtTheStart() {
        LEDGER.partitionAt(0, 0);
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static ResourceId pack(Instant boughtAt) {
        LEDGER.send(new CreditFunds(Calls.ACCOUNT, FundsKind.CASH, Money.yuan("1450.00"), "wire", boughtAt));
        var item = new OrderItem(new ProductCode("landline-outbound-10000"), null, null);
        var order = (OrderPlaced)
                LEDGER.send(new PlaceOrder(Calls.ACCOUNT, List.of(item), Payment.UNSPECIFIED, boughtAt));
        return new ResourceId(order.lines().getFirst().resourceId());
    }

    @Test
    void callsThatAreBookedMeanwhileAreDrawnBeforeTheRefundOrFindNothing() throws Exception {
        for (int round = 0; round < 4; round++) {
            var pack = pack(Calls.BOUGHT);
            var refund = new RequestRefund(Calls.ACCOUNT, pack, null, Calls.NOW);
            var granted = (RefundGranted) atOnce(this::bookCalls, () -> LEDGER.send(refund)).get(1);

            var balance = pool().pack(new PackId(pack.value())).balance();
            long drawn = balance.drawn().value();
            assertThat(balance.remaining().isZero()).isTrue();
            assertThat(balance.refunded().value()).isEqualTo(10_000 - drawn);
            assertThat(granted.decision().amount())
                    .isEqualTo(Money.yuan("1450.00").minus(new Money(drawn * 145 / 10)));
            assertThat(granted.decision().amount()).isLessThanOrEqualTo(Money.yuan("1450.00"));
        }
        assertThat(LEDGER.jdbc.sql("select count(*) from ledger_event where event_type = 'packs.minutes-drawn'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4L * BATCHES * CALLS);
        assertThat(LEDGER.jdbc.sql("select count(*) from ledger_event where event_type = 'account.funds-returned'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(4L);
    }

    private Object bookCalls() throws Exception {
        for (int batch = 0; batch < BATCHES; batch++) {
            var records = new ArrayList<byte[]>();
            for (int call = 0; call < CALLS; call++) records.add(Calls.call("race-" + session++));
            var _ = persistently(() -> LEDGER.book(0, offset, records));
            offset += records.size();
        }
        return offset;
    }

    @Test
    void aPackThatExpiresMeanwhileIsRefundedOrHasExpired() throws Exception {
        for (int round = 0; round < 4; round++) {
            var boughtAt = Calls.BOUGHT.minusSeconds(round * 86_400L * 40);
            var pack = pack(boughtAt);
            var end = pool().pack(new PackId(pack.value())).validUntil();
            var refund = new RequestRefund(Calls.ACCOUNT, pack, null, end.minusMillis(1));

            atOnce(() -> LEDGER.send(new PassPackTime(POOL, end)), () -> LEDGER.send(refund));

            var balance = pool().pack(new PackId(pack.value())).balance();
            assertThat(balance.remaining().isZero()).isTrue();
            assertThat(balance.expired().value() + balance.refunded().value()).isEqualTo(10_000);
            assertThat(returnsOf(pack)).isEqualTo(1);
        }
    }

    private static long returnsOf(ResourceId pack) {
        return LEDGER.jdbc.sql(
                        "select count(*) from ledger_event where event_type = 'refunds.refund-granted'"
                                + " and payload #>> '{resource,resourceId}' = ?")
                .param(pack.value())
                .query(Long.class)
                .single();
    }

    private static PackPool pool() {
        return (PackPool) LEDGER.send(new ReadPacks(POOL));
    }

    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        var results = new ArrayList<Object>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var work = List.<Callable<Object>>of(() -> persistently(one), () -> persistently(other));
            for (Future<Object> done : threads.invokeAll(work)) results.add(done.get());
        }
        return results;
    }

    /** As a server does, which tries again when another writer was faster. */
    private static Object persistently(Callable<Object> work) throws Exception {
        while (true) {
            try {
                var result = work.call();
                return result == null ? "done" : result;
            } catch (AxonTransientException | PessimisticLockingFailureException _) {
                Thread.onSpinWait();
            } catch (Refused refused) {
                return refused.reason();
            }
        }
    }
}
