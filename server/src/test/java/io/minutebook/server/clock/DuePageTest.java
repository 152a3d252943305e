package io.minutebook.server.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.server.clock.Due.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuePageTest {

    private static final Instant NOON = Instant.parse("2025-01-01T04:00:00Z");
    private static final Instant EVENING = NOON.plus(Duration.ofHours(6));

    @Test
    void whatIsDueAtOneInstantIsDoneInTheOrderOfKindsAccountsAndIds() {
        var first = due(NOON, Kind.CHAT, "2", "");
        var second = due(NOON, Kind.NUMBER, "1", "R1");
        var third = due(NOON, Kind.NUMBER, "1", "R2");
        var fourth = due(NOON, Kind.NUMBER, "10", "R0");
        var last = due(NOON.plusMillis(1), Kind.CHAT, "1", "");

        var page = DuePage.of(List.of(List.of(last, fourth), List.of(third, first, second)), EVENING, 10);

        assertThat(page.due()).containsExactly(first, second, third, fourth, last);
    }

    @Test
    void aListThatMayGoOnEndsThePage() {
        var packs = List.of(due(NOON, Kind.PACKS, "1", "AUDIO"), due(NOON.plusSeconds(5), Kind.PACKS, "1", "AUDIO"));
        var seats = List.of(due(NOON.plusSeconds(1), Kind.SEATS, "1", ""), due(NOON.plusSeconds(9), Kind.SEATS, "1", ""));

        var page = DuePage.of(List.of(packs, seats), EVENING, 2);

        assertThat(page.due()).containsExactly(packs.getFirst(), seats.getFirst(), packs.getLast());
        assertThat(page.reaches(due(NOON.plusSeconds(5), Kind.NUMBER, "9", "R1"))).isTrue();
        assertThat(page.reaches(due(NOON.plusSeconds(5), Kind.SEATS, "1", ""))).isFalse();
    }

    @Test
    void aPageOfAllReachesToTheInstantItWasAskedFor() {
        var page = DuePage.of(List.of(List.of(due(NOON, Kind.SEATS, "1", ""))), EVENING, 2);

        assertThat(page.reaches(due(EVENING, Kind.SEATS, "1", ""))).isTrue();
        assertThat(page.reaches(due(EVENING.plusMillis(1), Kind.SEATS, "1", ""))).isFalse();
    }

    @Test
    void whatStaysDueIsAnErrorAndNoLoop() {
        var due = due(NOON, Kind.SEATS, "1", "");

        assertThat(due.again(EVENING).at()).isEqualTo(EVENING);
        assertThatThrownBy(() -> due.again(NOON)).isInstanceOf(IllegalStateException.class);
    }

    private static Due due(Instant at, Kind kind, String account, String subject) {
        return new Due(at, kind, new AccountId(account), subject);
    }
}
