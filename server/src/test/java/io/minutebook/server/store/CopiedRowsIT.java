package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.postgres.CopiedRows;
import io.minutebook.server.fixture.RealParts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CopiedRowsIT {

    private static final List<String> COLUMNS =
            List.of("id", "number", "small", "words", "document", "bytes", "at", "amount");
    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final Instant NOW = Instant.parse("2025-01-31T15:59:59.999Z");

    @SuppressWarnings("NullAway.Init") // before each
    private Connection connection;

    @SuppressWarnings("NullAway.Init") // before each
    private JdbcTemplate jdbc;

    @BeforeEach
    void makeTable() throws SQLException {
        connection = DriverManager.getConnection(RealParts.newDatabase());
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.execute("create temporary table copied (id uuid primary key, number bigint not null, small smallint not null,"
                + " words text, document json, bytes bytea, at timestamptz, amount numeric(12, 3))");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static CopiedRows rows() {
        return new CopiedRows("copied", COLUMNS);
    }

    private static CopiedRows row(CopiedRows rows, UUID id, Instant at, BigDecimal amount) {
        return rows.row()
                .uuid(id)
                .int8(Long.MIN_VALUE)
                .int2(7)
                .text("é中文\t\\N\n\"")
                .bytes("{\"a\": \"\\u00e9\"}".getBytes(StandardCharsets.UTF_8))
                .bytes(new byte[] {0, 1, -1})
                .instant(at)
                .numeric(amount);
    }

    @Test
    void arriveAsTheyWereGiven() {
        row(rows(), ID, NOW, new BigDecimal("12.500")).write(jdbc);
        var found = jdbc.queryForMap("select *, document ->> 'a' as a, extract(epoch from at) as seconds from copied");
        assertThat(found).containsEntry("id", ID).containsEntry("number", Long.MIN_VALUE).containsEntry("small", 7)
                .containsEntry("words", "é中文\t\\N\n\"").containsEntry("a", "é")
                .containsEntry("seconds", new BigDecimal("1738339199.999000"))
                .containsEntry("amount", new BigDecimal("12.500"));
        assertThat((byte[]) found.get("bytes")).containsExactly(0, 1, -1);
    }

    @Test
    void mayHoldNothing() {
        rows().row().uuid(ID).int8(0).int2(0).text(null).bytes(null).bytes(null).instant(null).numeric(null).write(jdbc);
        assertThat(jdbc.queryForMap("select words, document, bytes, at, amount from copied").values()).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000", "0.001", "0.999", "1.000", "59.999", "9999.999", "10000.000", "123456789.012", "-0.500"})
    void keepEachDecimal(String amount) {
        row(rows(), ID, NOW, new BigDecimal(amount)).write(jdbc);
        assertThat(jdbc.queryForObject("select amount::text from copied", String.class)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59.999Z", "2000-01-01T00:00:00Z", "2025-01-31T15:59:59.999999Z", "1969-12-31T23:59:59.001Z"})
    void keepEachInstant(String instant) {
        row(rows(), ID, Instant.parse(instant), BigDecimal.ONE).write(jdbc);
        assertThat(jdbc.queryForObject("select at = ?::timestamptz from copied", Boolean.class, instant)).isTrue();
    }

    @Test
    void aKeyThatIsThereAlreadyIsSaidToBeADuplicateAndTheConnectionGoesOn() {
        row(rows(), ID, NOW, BigDecimal.ONE).write(jdbc);
        assertThatThrownBy(() -> row(rows(), ID, NOW, BigDecimal.ONE).write(jdbc)).isInstanceOf(DuplicateKeyException.class);
        assertThat(jdbc.queryForObject("select count(*) from copied", Long.class)).isOne();
    }

    @Test
    void withoutRowsNothingIsSent() {
        rows().write(jdbc);
        assertThat(jdbc.queryForObject("select count(*) from copied", Long.class)).isZero();
    }
}
