package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.minutebook.ingest.OpenedDeadLetter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A dead letter with its value as received, in Base64; null where Kafka delivered none. */
record OpenedDeadLetterAnswer(@JsonUnwrapped DeadLetterAnswer letter, @Nullable String value) {

    static OpenedDeadLetterAnswer of(OpenedDeadLetter opened) {
        var value = opened.value();
        var text = value == null ? null : Base64.getEncoder().encodeToString(value);
        return new OpenedDeadLetterAnswer(DeadLetterAnswer.of(opened.letter()), text);
    }
}
