package io.minutebook.reporting.feed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceCheckTest {

    private final Map<String, Long> predecessors = new HashMap<>();
    private final SequenceCheck check = new SequenceCheck(_ -> predecessors, 2);

    @Test
    void acceptsEachStreamFromItsFirstEventOn() {
        assertThatCode(() -> {
            check.check(List.of(event(1, "a", 0), event(2, "b", 0), event(3, "a", 1)));
            check.check(List.of(event(5, "b", 1), event(6, "a", 2)));
        }).doesNotThrowAnyException();
    }

    @Test
    void stopsAtAnEventThatWasSkipped() {
        check.check(List.of(event(1, "a", 0)));

        assertThatThrownBy(() -> check.check(List.of(event(4, "a", 2))))
                .isInstanceOf(SequenceBroken.class)
                .hasMessage("stream a goes on with event 2 at position 4, expected 1");
    }

    @Test
    void stopsAtAnEventThatComesTwiceOrLate() {
        check.check(List.of(event(1, "a", 0), event(2, "a", 1)));

        assertThatThrownBy(() -> check.check(List.of(event(3, "a", 1)))).isInstanceOf(SequenceBroken.class);
    }

    @Test
    void aStreamNotSeenLatelyMustHaveItsPredecessorAtALowerPosition() {
        predecessors.put("a", 3L);
        assertThatCode(() -> check.check(List.of(event(4, "a", 7)))).doesNotThrowAnyException();

        predecessors.put("b", 9L);
        assertThatThrownBy(() -> check.check(List.of(event(5, "b", 7)))).isInstanceOf(SequenceBroken.class);
        assertThatThrownBy(() -> check.check(List.of(event(5, "c", 7)))).isInstanceOf(SequenceBroken.class);
    }

    @Test
    void remembersAFewStreamsOnly() {
        check.check(List.of(event(1, "a", 0)));
        check.check(List.of(event(2, "b", 0)));
        check.check(List.of(event(3, "c", 0)));

        predecessors.put("a", 1L);
        assertThatCode(() -> check.check(List.of(event(4, "a", 1)))).doesNotThrowAnyException();
        predecessors.clear();
        assertThatThrownBy(() -> check.check(List.of(event(5, "b", 1)))).isInstanceOf(SequenceBroken.class);
    }

    private static LedgerEvent event(long position, String stream, long sequence) {
        return new LedgerEvent(position, stream, sequence, Instant.EPOCH, "anything");
    }
}
