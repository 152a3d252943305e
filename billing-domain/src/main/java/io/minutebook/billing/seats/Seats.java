package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceState;
import io.minutebook.billing.TrialRefusal;
import io.minutebook.billing.TrialTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The seat plans, their add-ons and the trials of all applications of an account, in order of purchase. */
public record Seats(List<SeatResource> resources, List<SeatTrial> trials) {

    public static final Seats NONE = new Seats(List.of(), List.of());

    public Seats {
        resources = List.copyOf(resources);
        trials = List.copyOf(trials);
    }

    public Optional<SeatResource> find(ResourceId id) {
        return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
    }

    /** Trials are none of them: an add-on needs a plan that was paid for. */
    public List<SeatResource> plansAt(Instant instant) {
        return resources.stream()
                .filter(SeatResource::isPlan)
                .filter(plan -> plan.isActiveAt(instant))
                .toList();
    }

    public List<SeatResource> addOnsOf(ResourceId planId, Instant instant) {
        return resources.stream()
                .filter(resource -> planId.equals(resource.planId()))
                .filter(addOn -> addOn.isActiveAt(instant))
                .toList();
    }

    /** Whether the account may use the product at all: by a plan or by a trial. */
    public boolean isBaseAt(Instant instant) {
        return !plansAt(instant).isEmpty() || trials.stream().anyMatch(trial -> trial.time().isRunningAt(instant));
    }

    /** What was due by then comes first, so that events stand in the order of their times. */
    List<SeatEvent> record(RecordSeats command) {
        var events = new ArrayList<>(due(command.accountId(), command.at()));
        events.addAll(command.facts());
        return events;
    }

    List<SeatEvent> refund(RefundSeats command) {
        var events = new ArrayList<>(due(command.accountId(), command.at()));
        var addOns = addOnsOf(command.planId(), command.at()).stream().map(SeatResource::id).toList();
        events.add(new SeatsRefunded(command.accountId(), command.planId(), addOns, command.refundId(), command.at()));
        return events;
    }

    List<SeatEvent> start(StartSeatTrial command) {
        if (trials.stream().anyMatch(trial -> trial.time().isRunningAt(command.at()))) {
            throw new Refused(
                    TrialRefusal.TRIAL_RUNNING, "A trial of seats is running; buy a plan, or wait for its end.");
        }
        if (trials.size() >= TrialTime.MOST) {
            throw new Refused(
                    TrialRefusal.TRIAL_USED_UP, "The account had its " + TrialTime.MOST + " trials; buy a plan.");
        }
        var events = new ArrayList<>(due(command.accountId(), command.at()));
        events.add(new SeatTrialStarted(
                command.accountId(),
                command.resourceId(),
                command.applicationId(),
                command.product(),
                command.edition(),
                command.seats(),
                trials.size() + 1,
                command.at(),
                TrialTime.startingAt(command.at()).until()));
        return events;
    }

    List<SeatEvent> pass(PassSeatTime command) {
        return due(command.accountId(), command.at());
    }

    private List<SeatEvent> due(AccountId accountId, Instant at) {
        return new DueSeats(accountId, this, at).events();
    }

    /** The next instant at which time alone changes something; none once all has ended. */
    public Optional<Instant> nextDue() {
        var ofResources = notExpired().stream().map(SeatResource::nextDue);
        var ofTrials = trials.stream().filter(trial -> !trial.ended()).map(trial -> trial.time().until());
        return Stream.concat(ofResources, ofTrials).min(Comparator.naturalOrder());
    }

    public Seats evolve(SeatEvent event) {
        return switch (event) {
            case PlanBought bought -> with(SeatResource.of(bought));
            case AddOnBought bought -> with(SeatResource.of(bought));
            case SeatsRenewed renewed ->
                replacing(event, held -> held.with(held.lease().renewed(renewed.term(), renewed.renewedAt())));
            case SeatsUpgraded upgraded -> replacing(event, held -> held.upgraded(upgraded));
            case SeatsExpiryAnnounced announced ->
                replacing(event, held -> held.with(held.lease().reminded(announced.daysBefore())));
            case SeatsExpired _ -> replacing(event, held -> held.in(ResourceState.EXPIRED));
            case SeatsRefunded refunded -> new Seats(
                    resources.stream()
                            .map(held -> refunded.ends(held.id()) ? held.in(ResourceState.REFUNDED) : held)
                            .toList(),
                    trials);
            case SeatTrialStarted started -> new Seats(resources, plus(trials, SeatTrial.of(started)));
            case SeatTrialEnded ended -> new Seats(resources, trials.stream()
                    .map(trial -> trial.id().equals(ended.resourceId()) ? trial.end() : trial)
                    .toList());
        };
    }

    private Seats with(SeatResource added) {
        return new Seats(plus(resources, added), trials);
    }

    private static <T> List<T> plus(List<T> all, T added) {
        return Stream.concat(all.stream(), Stream.of(added)).toList();
    }

    private Seats replacing(SeatEvent event, UnaryOperator<SeatResource> change) {
        return new Seats(
                resources.stream()
                        .map(held -> held.id().equals(event.resourceId()) ? change.apply(held) : held)
                        .toList(),
                trials);
    }

    /** Those whose end did not come yet. */
    List<SeatResource> notExpired() {
        return resources.stream()
                .filter(resource -> resource.state() == ResourceState.ACTIVE)
                .toList();
    }
}
