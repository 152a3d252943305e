package io.minutebook.billing.ledger;

import static io.minutebook.billing.ledger.Facts.at;
import static io.minutebook.billing.ledger.Facts.cash;
import static io.minutebook.billing.ledger.Facts.draw;
import static io.minutebook.billing.ledger.Facts.drawn;
import static io.minutebook.billing.ledger.Facts.expired;
import static io.minutebook.billing.ledger.Facts.order;
import static io.minutebook.billing.ledger.Facts.pack;
import static io.minutebook.billing.ledger.Facts.reversed;
import static io.minutebook.billing.ledger.Facts.term;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Usages;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.usage.Meter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random years of one customer; a seed names each. What is owed is worked out anew from nothing but what was bought. */
class JournalPropertyTest {

    private static final int STEPS = 500;
    private static final Instant START = at("2025-01-01T00:00");
    private static final RefundId REFUND = new RefundId("F1");
    private static final BillingMonth FIRST = BillingMonth.of(START);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void deferredRevenueIsWhatIsStillOwedAfterEveryEvent(long seed) {
        var year = new Year(seed);
        for (int step = 0; step < STEPS; step++) {
            year.step();
            var balances = year.balances();
            assertThat(Money.sum(balances.values())).as("step %d", step).isEqualTo(Money.ZERO);
            assertThat(Money.ZERO.minus(balances.getOrDefault(LedgerAccount.DEFERRED_PACKS, Money.ZERO)))
                    .as("packs, step %d", step)
                    .isEqualTo(new Money(year.owedAsPacks()));
            assertThat(Money.ZERO.minus(balances.getOrDefault(LedgerAccount.DEFERRED_TERMS, Money.ZERO)))
                    .as("terms, step %d", step)
                    .isEqualTo(new Money(year.owedAsTerms()));
        }
        assertThat(year.seen).as("what happened").hasSize(12);
    }

    /** A pack as a sheet of paper would hold it. */
    private static final class Held {
        private final String id;
        private final long paidFen;
        private final long granted;
        private final Instant until;
        private long drawn;
        private long lapsed;
        private long refunded;

        Held(String id, long paidFen, long granted, Instant until) {
            this.id = id;
            this.paidFen = paidFen;
            this.granted = granted;
            this.until = until;
        }

        long remaining() {
            return granted - drawn - lapsed - refunded;
        }

        boolean isRefunded() {
            return refunded > 0;
        }

        Balance left() {
            return new Balance(
                    new Minutes(granted), new Minutes(drawn), new Minutes(remaining()), new Minutes(lapsed),
                    new Minutes(refunded));
        }
    }

    private record Rent(String id, long paidFen, Instant from, Instant until, boolean givenUp) {

        Rent ended() {
            return new Rent(id, paidFen, from, until, true);
        }
    }

    private record Call(Held pack, Instant endedAt, long minutes) {}

    private static final class Year {
        private final Random random;
        private final Books books = new Books();
        private final Map<LedgerAccount, Money> posted = new EnumMap<>(LedgerAccount.class);
        private final List<Held> packs = new ArrayList<>();
        private final List<Rent> rents = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private Instant now = START;
        private int bought;

        Year(long seed) {
            random = new Random(seed);
        }

        void step() {
            now = now.plus(Duration.ofMinutes(random.nextInt(2 * 60 * 24 * 730 / STEPS)));
            packs.forEach(this::expireIfOver);
            switch (random.nextInt(16)) {
                case 0, 1 -> buyPack();
                case 2 -> rent();
                case 3 -> giveUp();
                case 4 -> correct();
                case 5 -> refundPack();
                case 6 -> refundRent();
                case 7 -> adjust();
                default -> call();
            }
        }

        private void buyPack() {
            long fen = 1L + random.nextInt(500_000);
            var held = new Held("P" + ++bought, fen, 1L + random.nextInt(2_000), now.plus(Duration.ofDays(200)));
            packs.add(held);
            var yuan = new Money(fen).toString();
            happened("order", order(
                    "O" + bought, now, cash(yuan), pack(held.id, held.granted, yuan, now, held.until)));
        }

        /** A term may begin later, as a renewal does, and have any length, as an add-on's rest has. */
        private void rent() {
            long fen = 1L + random.nextInt(100_000);
            var from = now.plus(Duration.ofHours(random.nextInt(3) * 500L));
            var until = from.plus(Duration.ofMinutes(1L + random.nextInt(60 * 24 * 100)));
            rents.add(new Rent("R" + ++bought, fen, from, until, false));
            var yuan = new Money(fen).toString();
            happened("term", order("O" + bought, now, cash(yuan), term("R" + bought, yuan, from, until)));
        }

        private void giveUp() {
            if (rents.isEmpty()) return;
            int which = random.nextInt(rents.size());
            var rent = rents.get(which);
            if (rent.givenUp() || !rent.until().isAfter(now)) return;
            happened("given up", new NumberDeregistered(Usages.ACCOUNT, new ResourceId(rent.id()), now));
            rents.set(which, rent.ended());
        }

        private void refundPack() {
            if (packs.isEmpty()) return;
            var held = packs.get(random.nextInt(packs.size()));
            long minutes = held.remaining();
            if (minutes == 0) return;
            held.refunded += minutes;
            happened("pack refunded", new PackRefunded(
                    Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId(held.id), REFUND, now, new Minutes(minutes),
                    held.left()));
            var back = new Funds(new Money(random.nextLong(held.paidFen + 1)), Money.ZERO, Money.ZERO);
            happened("money back", new FundsReturned(Usages.ACCOUNT, REFUND, back, now, back));
        }

        private void refundRent() {
            if (rents.isEmpty()) return;
            int which = random.nextInt(rents.size());
            var rent = rents.get(which);
            if (rent.givenUp() || !rent.until().isAfter(now)) return;
            happened("rent refunded", new NumberRefunded(Usages.ACCOUNT, new ResourceId(rent.id()), REFUND, now));
            rents.set(which, rent.ended());
        }

        /** By hand, within what is drawn or remains; a call that is corrected later gives back what is then left of it. */
        private void adjust() {
            if (packs.isEmpty()) return;
            var held = packs.get(random.nextInt(packs.size()));
            if (held.isRefunded() || !held.until.isAfter(now)) return;
            boolean returned = random.nextBoolean();
            long most = returned ? held.drawn : held.remaining();
            if (most == 0) return;
            long minutes = 1 + random.nextLong(most);
            held.drawn += returned ? -minutes : minutes;
            happened(returned ? "given back by hand" : "taken by hand", new MinutesAdjusted(
                    Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId(held.id), CaseNumber.after(0, "adjustment"),
                    new Minutes(minutes), returned, now, held.left()));
        }

        private void call() {
            if (packs.isEmpty()) return;
            var held = packs.get(random.nextInt(packs.size()));
            long minutes = Math.min(1L + random.nextInt(200), held.remaining() + held.lapsed);
            if (minutes == 0 || held.isRefunded()) return;
            long fromLapsed = Math.max(0, minutes - held.remaining());
            held.drawn += minutes;
            held.lapsed -= fromLapsed;
            var endedAt = held.until.isAfter(now) ? now : held.until.minusMillis(1);
            calls.add(new Call(held, endedAt, minutes));
            var left = held.left();
            happened(fromLapsed > 0 ? "late draw" : "draw", drawn(endedAt, draw(held.id, minutes, fromLapsed, left)));
        }

        private void correct() {
            if (calls.isEmpty()) return;
            var call = calls.remove(random.nextInt(calls.size()));
            var held = call.pack();
            long moved = Math.min(call.minutes(), held.drawn);
            long toLapsed = held.until.isAfter(now) && !held.isRefunded() ? 0 : moved;
            held.drawn -= moved;
            held.lapsed += toLapsed;
            var byHand = moved == call.minutes() ? null : new Minutes(call.minutes() - moved);
            happened("reversal", reversed(call.endedAt(), new Return(
                    new PackId(held.id), new Minutes(call.minutes()), new Minutes(toLapsed), byHand, held.left())));
        }

        private void expireIfOver(Held held) {
            long minutes = held.remaining();
            if (held.until.isAfter(now) || minutes == 0) return;
            held.lapsed += minutes;
            happened("expiry", expired(held.id, held.until, minutes, held.left()));
        }

        private void happened(String what, Object event) {
            seen.add(what);
            Journal.entryOf(event, books).ifPresent(entry -> add(posted, entry));
            books.take(event);
        }

        /** What events posted, and month by month what time did. */
        Map<LedgerAccount, Money> balances() {
            var balances = new EnumMap<LedgerAccount, Money>(posted);
            var last = BillingMonth.of(now);
            for (var month = FIRST; month.compareTo(last) <= 0; month = month.next()) {
                for (var term : books.terms()) term.daysElapsed(month, now).ifPresent(entry -> add(balances, entry));
            }
            return balances;
        }

        private static void add(Map<LedgerAccount, Money> balances, Entry entry) {
            for (var posting : entry.postings()) balances.merge(posting.account(), posting.amount(), Money::plus);
        }

        /** Of each pack what was paid less what is used up, the half fen to the seller. */
        long owedAsPacks() {
            return packs.stream()
                    .mapToLong(held -> held.paidFen - halfUp(held.paidFen, held.granted - held.remaining(), held.granted))
                    .sum();
        }

        long owedAsTerms() {
            return rents.stream().filter(rent -> !rent.givenUp()).mapToLong(this::owed).sum();
        }

        private long owed(Rent rent) {
            if (!now.isBefore(rent.until())) return 0;
            if (!now.isAfter(rent.from())) return rent.paidFen();
            long days = startedDays(rent.from(), rent.until());
            return rent.paidFen() - halfUp(rent.paidFen(), days - startedDays(now, rent.until()), days);
        }

        private static long startedDays(Instant from, Instant until) {
            long millis = until.toEpochMilli() - from.toEpochMilli();
            return (millis + 86_399_999) / 86_400_000;
        }

        private static long halfUp(long whole, long part, long of) {
            var doubled = BigInteger.TWO.multiply(BigInteger.valueOf(whole)).multiply(BigInteger.valueOf(part));
            var divisor = BigInteger.TWO.multiply(BigInteger.valueOf(of));
            return doubled.add(BigInteger.valueOf(of)).divide(divisor).longValueExact();
        }
    }
}
