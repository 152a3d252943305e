package io.minutebook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FailureKindTest {

    @ParameterizedTest
    @CsvSource({
        "08006, OUTAGE, connection lost",
        "57P01, OUTAGE, the server is being shut down",
        "57P03, OUTAGE, the server is starting",
        "53100, OUTAGE, disk full",
        "53300, OUTAGE, too many connections",
        "25006, OUTAGE, a standby takes no writes",
        "58030, OUTAGE, input or output error",
        "42501, OUTAGE, permission missing",
        "23505, CONTENTION, another writer extended the stream",
        "40001, CONTENTION, serialization failure",
        "40P01, CONTENTION, deadlock",
        "55P03, CONTENTION, lock not available",
        "57014, CONTENTION, statement timeout",
        "22021, RECORD, NUL in a text",
        "22003, RECORD, number out of range",
        "23514, RECORD, check violated",
        "54000, RECORD, row too large for an index",
    })
    void judgesBySqlState(String state, FailureKind kind, String meaning) {
        var failure = new IllegalStateException(new BatchUpdateException(meaning, state, new int[0]));

        assertThat(FailureKind.of(failure)).as(meaning).isEqualTo(kind);
    }

    @Test
    void seesAnOutageInAFailureOfTheConnection() {
        var poolIsEmpty = new SQLTransientConnectionException("no connection within 10 s");

        assertThat(List.of(
                        new CannotGetJdbcConnectionException("", poolIsEmpty),
                        new CannotCreateTransactionException("", poolIsEmpty),
                        new TransactionSystemException("", new SQLException("", "08007")),
                        new RecoverableDataAccessException(""),
                        new IllegalStateException(new SocketException())))
                .extracting(FailureKind::of)
                .containsOnly(FailureKind.OUTAGE);
    }

    @Test
    void seesContentionInALostRaceForAStream() {
        var lost = new ConcurrencyException("", new DuplicateKeyException("", new SQLException("", "23505")));

        assertThat(FailureKind.of(lost)).isEqualTo(FailureKind.CONTENTION);
    }

    @Test
    void blamesTheRecordForWhateverElseFails() {
        assertThat(List.of(new IllegalArgumentException("negative minutes"), new ArithmeticException()))
                .extracting(FailureKind::of)
                .containsOnly(FailureKind.RECORD);
    }
}
