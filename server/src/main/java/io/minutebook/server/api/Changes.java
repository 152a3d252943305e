package io.minutebook.server.api;

import io.minutebook.server.idempotency.Answer;
import io.minutebook.server.idempotency.Intention;
import io.minutebook.server.idempotency.LedgerWrites;
import io.minutebook.server.security.ApiKey;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands commands to the ledger in the name of the caller and answers with what came of them. */
@Component
class Changes {

    private final LedgerWrites writes;
    private final CommandGateway commands;

    Changes(LedgerWrites writes, CommandGateway commands) {
        this.writes = writes;
        this.commands = commands;
    }

    /** For what may be done twice without harm. */
    <R> R make(ApiKey caller, Object command, Class<R> outcome) {
        return writes.write(caller.id(), () -> outcome.cast(commands.sendAndWait(command)));
    }

    /** The same for what has nothing to answer. */
    void make(ApiKey caller, Object command) {
        writes.write(caller.id(), () -> commands.sendAndWait(command));
    }

    /** For what moves money or minutes: done once per key, and answered alike however often it is sent. */
    <R> ResponseEntity<byte[]> makeOnce(
            ApiKey caller, Intention intention, Object command, Function<R, ?> answerOf) {
        return answered(writes.writeOnce(caller.id(), intention, HttpStatus.CREATED.value(), () -> {
            R result = commands.sendAndWait(command);
            return answerOf.apply(result);
        }));
    }

    private static ResponseEntity<byte[]> answered(Answer answer) {
        var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        if (answer.isReplay()) response.header("Idempotent-Replay", "true");
        return response.body(answer.json().getBytes(StandardCharsets.UTF_8));
    }
}
