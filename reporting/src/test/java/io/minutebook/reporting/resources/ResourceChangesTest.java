package io.minutebook.reporting.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceState;
import io.minutebook.billing.Term;
import io.minutebook.billing.numbers.AutoRenewalSet;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.numbers.NumberExpiryAnnounced;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResourceChangesTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final ResourceId NUMBER = new ResourceId("R1");
    private static final Instant JANUARY = Instant.parse("2025-01-10T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2025-04-10T00:00:00Z");
    private static final Instant MAY = Instant.parse("2025-05-10T00:00:00Z");

    private static final List<NumberEvent> LIFE = List.of(
            new NumberRented(ACCOUNT, new OrderId("O1"), NUMBER, new ProductCode("number-400"), term(JANUARY, APRIL, 3), true),
            new NumberExpiryAnnounced(ACCOUNT, NUMBER, 30, Instant.parse("2025-03-11T00:00:00Z"), APRIL),
            new NumberRenewed(ACCOUNT, new OrderId("O2"), NUMBER, APRIL, true, term(APRIL, MAY, 1)),
            new AutoRenewalSet(ACCOUNT, NUMBER, false, Instant.parse("2025-04-20T00:00:00Z")),
            new NumberDeregistered(ACCOUNT, NUMBER, Instant.parse("2025-04-21T00:00:00Z")));

    @Test
    void theNextStepIsTheNextReminderOrElseTheEnd() {
        assertThat(after(1).nextStep()).isEqualTo("2025-03-11T00:00:00Z");
        assertThat(after(2).nextStep()).isEqualTo("2025-04-03T00:00:00Z");
        assertThat(after(3).nextStep()).as("30 days before is before the renewal").isEqualTo("2025-05-03T00:00:00Z");
        assertThat(after(3).validUntil()).isEqualTo(MAY);
    }

    @Test
    void theLastWordOnEachPartHolds() {
        var end = after(LIFE.size());
        assertThat(end.autoRenew()).isFalse();
        assertThat(end.state()).isEqualTo(ResourceState.DEREGISTERED);
        assertThat(end.product()).isEqualTo(new ProductCode("number-400"));
    }

    @Test
    void whatCameBeforeARunIsChangedAsIfAllWereOneRun() {
        for (int cut = 1; cut < LIFE.size(); cut++) {
            var first = new ResourceChanges();
            LIFE.subList(0, cut).forEach(first::add);
            var second = new ResourceChanges();
            LIFE.subList(cut, LIFE.size()).forEach(second::add);

            var change = Objects.requireNonNull(second.changed().get(NUMBER));
            var row = first.added().iterator().next();
            assertThat(second.added()).isEmpty();
            assertThat(row.with(change).latest()).as("cut after %d events", cut).isEqualTo(after(LIFE.size()));
        }
    }

    private static ResourceChange after(int events) {
        var changes = new ResourceChanges();
        LIFE.subList(0, events).forEach(changes::add);
        return changes.added().iterator().next().latest();
    }

    private static PaidTerm term(Instant from, Instant until, int months) {
        return new PaidTerm(from, until, Term.MONTH, months, Money.yuan("108.00"));
    }
}
