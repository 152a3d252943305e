package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5433/ledger?user=u,        jdbc:postgresql://db:5433/ledger?user=u",
        "postgresql://u:p@db/ledger,                     jdbc:postgresql://db:5432/ledger?user=u&password=p",
        "postgres://u@db:5433/ledger?sslmode=require, jdbc:postgresql://db:5433/ledger?user=u&sslmode=require",
        "postgresql://db/ledger,                         jdbc:postgresql://db:5432/ledger",
    })
    void readsBothCommonForms(String given, String address) {
        assertThat(new DatabaseAddress().convert(given)).isEqualTo(address);
    }

    @Test
    void refusesOtherDatabases() {
        assertThatThrownBy(() -> new DatabaseAddress().convert("jdbc:mysql://db/ledger"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("jdbc:postgresql://");
    }
}
