package io.minutebook.server.idempotency;

import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries out what callers ask to change, each in one transaction, again when it lost a race. */
@Component
public class LedgerWrites {

    private final LedgerTransactions transactions;
    private final AnswerBook answers;
    private final LostRaces races;
    private final JsonMapper json;

    LedgerWrites(LedgerTransactions transactions, AnswerBook answers, LostRaces races, JsonMapper json) {
        this.transactions = transactions;
        this.answers = answers;
        this.races = races;
        this.json = json;
    }

    /** For what may be done twice without harm. */
    public <T> T write(String actor, Supplier<T> work) {
        return inOne(actor, UUID.randomUUID().toString(), work);
    }

    /** Does it once; whoever sends it again gets the first answer. A refusal frees the key. */
    public Answer writeOnce(String actor, Intention intention, int status, Supplier<?> work) {
        return inOne(actor, intention.key().value(), () -> {
            if (!answers.claim(intention)) return answers.replay(intention);
            var answer = new Answer(status, json.writeValueAsString(work.get()), false);
            answers.record(intention, answer);
            return answer;
        });
    }

    private <T> T inOne(String actor, String request, Supplier<T> work) {
        var provenance = Map.of(Provenance.ACTOR, actor, Provenance.REQUEST, request);
        return races.retry(() -> transactions.inOne(provenance, work));
    }
}
