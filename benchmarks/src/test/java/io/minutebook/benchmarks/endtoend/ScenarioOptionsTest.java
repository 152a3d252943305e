package io.minutebook.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.embedded.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ScenarioOptionsTest {

    @Test
    void measuresTheBaseFirstAndLastAndOneFactorAtATimeBetween() {
        var plan = options("--accounts", "10,20", "--partitions", "4,1", "--history", "0,500,600").matrix();
        var base = plan.base();

        assertThat(plan.cases()).extracting(Matrix.Case::scenario).containsExactly(
                base,
                base.withAccounts(20),
                base.withPartitions(1),
                base.withHalfInOne(),
                base.withStored(500),
                base.withStored(600),
                base);
        assertThat(plan.cases()).extracting(Matrix.Case::name).containsExactly(
                "base", "20 accounts", "1 partition", "half in one account", "500 stored", "600 stored", "base again");
    }

    @Test
    void understandsWhatAScenarioTellsItsProcess() {
        var scenario = new Scenario(7, 3, true, 110, 120, 13, 14);

        assertThat(options(scenario.arguments().toArray(String[]::new)).scenario()).isEqualTo(scenario);
    }

    @Test
    void refusesSeveralValuesOutsideAMatrix() {
        assertThatThrownBy(() -> options("--history", "0,1000").scenario())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--matrix");
    }

    @ParameterizedTest
    @CsvSource({
        "--accounts, 0", "--accounts, 1000001",
        "--partitions, 0", "--partitions, 1001",
        "--history, -5", "--history, 1", "--history, 9223372036854775807",
        "--records, 0", "--records, 99", "--records, 100000001",
        "--warm-up, -1", "--warm-up, 100000001"
    })
    void refusesWhatCannotBeMeasured(String option, String value) {
        assertThatThrownBy(() -> options(option, value).scenario())
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(option + " is " + value);
    }

    @Test
    void refusesALaterCaseOfAMatrixBeforeTheFirstIsMeasured() {
        var plan = options("--partitions", "4,0").matrix();

        assertThatThrownBy(plan::cases).isInstanceOf(CannotStart.class).hasMessageStartingWith("--partitions is 0");
    }

    private static ScenarioOptions options(String... arguments) {
        return CommandLine.populateCommand(new ScenarioOptions(), arguments);
    }
}
