package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.DueEvents;
import io.minutebook.billing.Lease;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.ResourceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One rented number; with autoRenew its end is not the end as long as the funds cover another month. */
public record RentedNumber(
        AccountId accountId, ResourceId id, ProductCode product, Lease lease, boolean autoRenew, ResourceState state) {

    static RentedNumber of(NumberRented rented) {
        return new RentedNumber(
                rented.accountId(),
                rented.resourceId(),
                rented.product(),
                Lease.of(rented.term()),
                rented.autoRenew(),
                ResourceState.ACTIVE);
    }

    public boolean isActiveAt(Instant instant) {
        return state == ResourceState.ACTIVE && lease.isValidAt(instant);
    }

    /** The rent of another month falls due at the end. */
    public boolean isRenewalDueBy(Instant instant) {
        return state == ResourceState.ACTIVE && autoRenew && !lease.until().isAfter(instant);
    }

    /** The next reminder, or else the end or the renewal at it; none once it has ended. */
    public Optional<Instant> nextDue() {
        return state == ResourceState.ACTIVE ? Optional.of(lease.nextDue()) : Optional.empty();
    }

    List<NumberEvent> age(Instant at) {
        if (state != ResourceState.ACTIVE) return List.of();
        var until = lease.until();
        var due = new DueEvents<NumberEvent>(at);
        for (var reminder : lease.reminders()) {
            due.add(reminder.due(), id, new NumberExpiryAnnounced(
                    accountId, id, reminder.daysBefore(), reminder.due(), until));
        }
        if (!autoRenew) due.add(until, id, expired());
        return due.inOrder();
    }

    private NumberExpired expired() {
        return new NumberExpired(accountId, id, lease.until());
    }

    /** A renewal that failed ends the number at the same instant. */
    List<NumberEvent> record(RecordNumber command) {
        return switch (command.fact()) {
            case NumberLapsed lapsed -> List.of(lapsed, expired());
            case NumberEvent fact -> List.of(fact);
        };
    }

    NumberDeregistered giveUp(GiveUpNumber command) {
        requireActive(command.at());
        return new NumberDeregistered(accountId, id, command.at());
    }

    NumberRefunded refund(RefundNumber command) {
        requireActive(command.at());
        return new NumberRefunded(accountId, id, command.refundId(), command.at());
    }

    Optional<AutoRenewalSet> set(SwitchAutoRenewal command) {
        requireActive(command.at());
        if (command.autoRenew() == autoRenew) return Optional.empty();
        return Optional.of(new AutoRenewalSet(accountId, id, command.autoRenew(), command.at()));
    }

    private void requireActive(Instant at) {
        if (isActiveAt(at)) return;
        throw new Refused(
                ResourceRefusal.RESOURCE_NOT_ACTIVE, "The number " + id + " has ended; rent another one.");
    }

    RentedNumber evolve(NumberEvent event) {
        return switch (event) {
            case NumberRented rented -> of(rented);
            case NumberRenewed renewed -> with(lease.renewed(renewed.term(), renewed.renewedAt()));
            case AutoRenewalSet set -> new RentedNumber(accountId, id, product, lease, set.autoRenew(), state);
            case NumberExpiryAnnounced announced -> with(lease.reminded(announced.daysBefore()));
            case NumberLapsed _ -> this;
            case NumberExpired _ -> in(ResourceState.EXPIRED);
            case NumberDeregistered _ -> in(ResourceState.DEREGISTERED);
            case NumberRefunded _ -> in(ResourceState.REFUNDED);
        };
    }

    private RentedNumber with(Lease newLease) {
        return new RentedNumber(accountId, id, product, newLease, autoRenew, state);
    }

    private RentedNumber in(ResourceState newState) {
        return new RentedNumber(accountId, id, product, lease, autoRenew, newState);
    }
}
