package io.minutebook.billing.chat;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of one account's chat plans; an account without any has an empty one. */
@AggregateRoot(type = "chat")
@Stored(name = "chat.chat", version = 1)
public class ChatAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private Chat state = Chat.NONE;

    ChatAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "chat-" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordChat command) {
        applyAll(state.record(command));
    }

    /** Answers with the trial. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ChatEvent handle(StartChatTrial command) {
        var events = state.start(command);
        applyAll(events);
        return events.getLast();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Chat handle(PassChatTime command) {
        stream = command.stream();
        applyAll(state.pass(command));
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Chat handle(ReadChat command) {
        stream = command.stream();
        return state;
    }

    private static void applyAll(List<ChatEvent> events) {
        events.forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(ChatEvent event) {
        stream = streamOf(event.accountId());
        state = state.evolve(event);
    }
}
