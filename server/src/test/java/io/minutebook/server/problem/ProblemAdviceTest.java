package io.minutebook.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice(new Refusals(new SimpleMeterRegistry()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/accounts/7/orders");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whatNobodyForesawIsAnsweredUnderAMarkWhateverItsCauses() throws Exception {
        var failure = new IllegalStateException("secret", new RuntimeException(new Error("secret")));

        var problem = bodyOf(advice.other(failure, request, response));

        assertThat(problem.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(problem.errorId()).isNotBlank();
        assertThat(problem.detail()).doesNotContain("secret");
    }

    @Test
    void aConnectionThatIsGoneIsADatabaseThatDoesNotAnswer() throws Exception {
        var gone = new UncategorizedSQLException("reading", null, new SQLException("Connection is closed"));
        var defect = new UncategorizedSQLException("reading", null, new SQLException("what is this", "XX000"));

        assertThat(bodyOf(advice.databaseFailed(gone, request, response)).code()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(bodyOf(advice.databaseFailed(defect, request, response)).code()).isEqualTo("INTERNAL_ERROR");
    }

    private static Problem bodyOf(ResponseEntity<Problem> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
