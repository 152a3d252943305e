package io.minutebook.benchmarks.endtoend;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.account.AccountAggregate;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.orders.OrderItem;
import io.minutebook.billing.orders.PlaceOrder;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.server.simulate.Expectation.Booked;
import io.minutebook.server.simulate.Generated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The accounts of a run, each with funds and with one pack per meter for about nine tenths of what it will use. They are
 * opened by the ledger's own commands, many in a transaction: the same events as through the HTTP API, in less time.
 */
final class Population {

    private static final Map<String, String> ACTOR = Map.of(Provenance.ACTOR, "system:bench");
    private static final int ACCOUNTS_AT_ONCE = 500;
    private static final int SHOWN_EVERY = 10_000;

    private static final BigDecimal COVERED = new BigDecimal("0.9");
    /** A size that is sold for every meter, in steps that are. */
    private static final long SMALLEST_PACK = 5_000;

    private static final long STEP = 1_000;
    /** No minute costs more than 15 fen. */
    private static final long DEAREST_FEN = 15;

    private final BenchLedger ledger;
    private final Workload workload;
    private final BigDecimal scale;
    private final Map<String, Map<Meter, Long>> used = new HashMap<>();

    Population(BenchLedger ledger, Scenario scenario) {
        this.ledger = ledger;
        this.workload = Workload.measured(scenario);
        this.scale = BigDecimal.valueOf(scenario.storedEvents() + scenario.published())
                .divide(BigDecimal.valueOf(scenario.published()), 6, RoundingMode.HALF_UP);
    }

    void open() {
        workload.all().forEach(this::count);
        var accounts = workload.accounts();
        for (int from = 0; from < accounts.size(); from += ACCOUNTS_AT_ONCE) {
            open(accounts.subList(from, Math.min(accounts.size(), from + ACCOUNTS_AT_ONCE)));
            if (from % SHOWN_EVERY == 0) System.err.printf("%d of %d accounts%n", from, accounts.size());
        }
    }

    private void count(Generated delivery) {
        if (!(delivery.expectation() instanceof Booked booked) || booked.minutes() == 0) return;
        used.computeIfAbsent(delivery.key(), _ -> new EnumMap<>(Meter.class))
                .merge(booked.meter(), booked.minutes(), Long::sum);
    }

    private void open(List<String> accounts) {
        var _ = ledger.transactions().inOne(ACTOR, () -> {
            ledger.storage().readAhead(accounts.stream().flatMap(this::streamsOf).toList());
            accounts.forEach(account -> open(new AccountId(account), usedBy(account)));
            return accounts.size();
        });
    }

    private Map<Meter, Long> usedBy(String account) {
        return used.getOrDefault(account, Map.of());
    }

    private Stream<String> streamsOf(String account) {
        var id = new AccountId(account);
        return Stream.concat(
                Stream.of(AccountAggregate.streamOf(id)),
                usedBy(account).keySet().stream().map(meter -> PoolId.ofMinutes(id, meter).stream()));
    }

    private void open(AccountId account, Map<Meter, Long> minutes) {
        var now = Workload.opening();
        send(new RegisterAccount(account, "Customer " + account, "entity-" + account));
        if (minutes.isEmpty()) return;
        var items = minutes.entrySet().stream().map(need -> item(need.getKey(), need.getValue())).toList();
        var funds = new Money(items.stream().mapToLong(Population::dearestFen).sum());
        send(new CreditFunds(account, FundsKind.CASH, funds, "opening", now));
        send(new PlaceOrder(account, items, Payment.UNSPECIFIED, now));
    }

    private void send(Object command) {
        ledger.commands().sendAndWait(command);
    }

    private OrderItem item(Meter meter, long minutes) {
        long steps = BigDecimal.valueOf(minutes)
                .multiply(scale)
                .multiply(COVERED)
                .divide(BigDecimal.valueOf(STEP), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new OrderItem(packOf(meter), null, Math.max(SMALLEST_PACK, steps * STEP));
    }

    private static ProductCode packOf(Meter meter) {
        return new ProductCode(meter.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-custom");
    }

    private static long dearestFen(OrderItem item) {
        return item.minutes() == null ? 0 : item.minutes() * DEAREST_FEN;
    }
}
