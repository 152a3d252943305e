package io.minutebook.server.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostRacesTest {

    private final LostRaces races = new LostRaces();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void whoeverLostARaceTriesAgain() {
        assertThat(races.retry(() -> failing(3, new ConcurrencyException("taken")))).isEqualTo("done");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void whoeverLosesEveryRaceIsToldToComeBack() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> races.retry(() -> failing(1_000, new ConcurrencyException("taken"))))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(ProblemCode.BUSY));
    }

    @Test
    void anyOtherFailureIsFinal() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> races.retry(() -> failing(1, new IllegalStateException("broken"))));
        assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"40001, true", "40P01, true", "55P03, false", "08006, false", "57014, false"})
    void theDatabaseSaysWhetherARaceWasLost(String sqlState, boolean isLost) {
        var failure = new IllegalStateException(new SQLException("failed", sqlState));
        assertThat(LostRaces.isLostRace(failure)).isEqualTo(isLost);
    }

    private String failing(int times, RuntimeException failure) {
        if (attempts.incrementAndGet() <= times) throw failure;
        return "done";
    }
}
