package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/** A projection whose session dies between two of its steps has done neither: place and rows move together. */
class ProjectionCrashIT {

    private static final int CRASHES = 3;
    private static final UsageStream USAGE = UsageStream.of(11, 3, 400);

    @TempDir
    Path scratch;

    /**
     * What has been written when the session dies.
     *
     * @param when the statement of a trigger, up to what it does
     */
    private record Step(String name, String when) {

        void arm(JdbcTemplate superuser) {
            superuser.execute("create sequence crash_" + name);
            superuser.execute("grant usage on sequence crash_" + name + " to public");
            superuser.execute("""
                    create function crash_%1$s() returns trigger language plpgsql as $$ begin
                        if nextval('crash_%1$s') <= %2$d then
                            perform pg_terminate_backend(pg_backend_pid()), pg_sleep(10);
                        end if;
                        return null;
                    end $$""".formatted(name, CRASHES));
            superuser.execute("create constraint trigger crash_%1$s %2$s execute function crash_%1$s()"
                    .formatted(name, when));
        }

        long crashes(JdbcTemplate superuser) {
            var drawn = superuser.queryForObject("select last_value from crash_" + name, Long.class);
            return Math.min(CRASHES, Objects.requireNonNull(drawn));
        }
    }

    private static final List<Step> STEPS = List.of(
            new Step("place", "after update on projection_position for each row when (new.position > old.position)"),
            new Step("usage", "after insert on usage_detail for each row"),
            new Step("packs", "after update on pack_view for each row"),
            new Step("commit", "after update on projection_position deferrable initially deferred for each row"
                    + " when (new.position > old.position)"));

    @Test
    void leavesNothingOfABatchWhoseSessionDiedOnTheWay() throws IOException {
        try (var ledger = InProcessLedger.prepared(USAGE, scratch)) {
            var superuser = new JdbcTemplate(
                    new DriverManagerDataSource(RealParts.asSuperuser(ledger.databaseUrl())));
            STEPS.forEach(step -> step.arm(superuser));

            ledger.read();

            assertThat(STEPS).allSatisfy(step -> assertThat(step.crashes(superuser)).isEqualTo(CRASHES));
            var verify = new CommandLine(new VerifyCommand());
            assertThat(verify.execute("--database-url", ledger.databaseUrl())).isZero();
            System.out.printf("faults: %d crashes of projections after each of %d steps, seed %d, checked: verify%n",
                    CRASHES, STEPS.size(), USAGE.plan().seed());
        }
    }
}
