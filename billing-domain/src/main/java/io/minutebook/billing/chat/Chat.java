package io.minutebook.billing.chat;

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

/** The chat plans, their licences and the trials of all applications of an account, in order of purchase. */
public record Chat(List<ChatResource> resources, List<ChatTrial> trials) {

    public static final Chat NONE = new Chat(List.of(), List.of());

    public Chat {
        resources = List.copyOf(resources);
        trials = List.copyOf(trials);
    }

    public Optional<ChatResource> find(ResourceId id) {
        return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
    }

    /** Trials are none of them: licences and message packs need a plan that was paid for. */
    public List<ChatResource> plansAt(Instant instant) {
        return resources.stream()
                .filter(ChatResource::isPlan)
                .filter(plan -> plan.isActiveAt(instant))
                .toList();
    }

    public List<ChatResource> licencesOf(ResourceId planId, Instant instant) {
        return resources.stream()
                .filter(resource -> planId.equals(resource.planId()))
                .filter(licences -> licences.isActiveAt(instant))
                .toList();
    }

    /** What was due by then comes first, so that events stand in the order of their times. */
    List<ChatEvent> record(RecordChat command) {
        var events = new ArrayList<>(due(command.accountId(), command.at()));
        events.addAll(command.facts());
        return events;
    }

    List<ChatEvent> start(StartChatTrial command) {
        var had = trialsOf(command.applicationId());
        if (had.stream().anyMatch(trial -> trial.time().isRunningAt(command.at()))) {
            throw new Refused(
                    TrialRefusal.TRIAL_RUNNING,
                    "A trial of chat is running for the application; buy a plan, or wait for its end.");
        }
        if (had.size() >= TrialTime.MOST) {
            throw new Refused(
                    TrialRefusal.TRIAL_USED_UP, "The application had its " + TrialTime.MOST + " trials; buy a plan.");
        }
        var time = TrialTime.startingAt(command.at());
        var events = new ArrayList<>(due(command.accountId(), command.at()));
        events.add(new ChatTrialStarted(
                command.accountId(),
                command.resourceId(),
                command.applicationId(),
                command.region(),
                command.product(),
                command.edition(),
                command.licences(),
                had.size() + 1,
                time.from(),
                time.until(),
                List.of(new MessageAllowance(time.from(), time.until(), command.messages()))));
        return events;
    }

    private List<ChatTrial> trialsOf(long applicationId) {
        return trials.stream()
                .filter(trial -> trial.applicationId() == applicationId)
                .toList();
    }

    List<ChatEvent> pass(PassChatTime command) {
        return due(command.accountId(), command.at());
    }

    private List<ChatEvent> due(AccountId accountId, Instant at) {
        return new DueChat(accountId, this, at).events();
    }

    /** The next instant at which time alone changes something; none once all has ended. */
    public Optional<Instant> nextDue() {
        var ofResources = notExpired().stream().map(ChatResource::nextDue);
        var ofTrials = trials.stream().filter(trial -> !trial.ended()).map(trial -> trial.time().until());
        return Stream.concat(ofResources, ofTrials).min(Comparator.naturalOrder());
    }

    /** Message packs are drawn elsewhere and change nothing here. */
    public Chat evolve(ChatEvent event) {
        return switch (event) {
            case ChatPlanBought bought -> with(ChatResource.of(bought));
            case LicencesBought bought -> with(ChatResource.of(bought));
            case ChatRenewed renewed ->
                replacing(event, held -> held.with(held.lease().renewed(renewed.term(), renewed.renewedAt())));
            case ChatUpgraded upgraded -> replacing(event, held -> held.upgraded(upgraded));
            case ChatExpiryAnnounced announced ->
                replacing(event, held -> held.with(held.lease().reminded(announced.daysBefore())));
            case ChatExpired _ -> replacing(event, ChatResource::expired);
            case ChatTrialStarted started -> new Chat(resources, plus(trials, ChatTrial.of(started)));
            case ChatTrialEnded ended -> new Chat(resources, trials.stream()
                    .map(trial -> trial.id().equals(ended.resourceId()) ? trial.end() : trial)
                    .toList());
            case MessagePackBought _ -> this;
        };
    }

    private Chat with(ChatResource added) {
        return new Chat(plus(resources, added), trials);
    }

    private static <T> List<T> plus(List<T> all, T added) {
        return Stream.concat(all.stream(), Stream.of(added)).toList();
    }

    private Chat replacing(ChatEvent event, UnaryOperator<ChatResource> change) {
        return new Chat(
                resources.stream()
                        .map(held -> held.id().equals(event.resourceId()) ? change.apply(held) : held)
                        .toList(),
                trials);
    }

    /** Those whose end did not come yet. */
    List<ChatResource> notExpired() {
        return resources.stream()
                .filter(resource -> resource.state() == ResourceState.ACTIVE)
                .toList();
    }
}
