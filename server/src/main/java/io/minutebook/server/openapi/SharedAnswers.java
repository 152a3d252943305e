package io.minutebook.server.openapi;

import io.minutebook.server.problem.ProblemCode;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The problems that have nothing to do with what was asked: described once, and referred to. */
@Component
class SharedAnswers {

    private static final String FOLDER = "any";
    private static final List<String> POSITION = List.of(AnswerHeaders.LEDGER_POSITION);
    private static final List<String> CHALLENGE =
            List.of(AnswerHeaders.LEDGER_POSITION, AnswerHeaders.CHALLENGE);
    private static final List<String> RETRY = List.of(AnswerHeaders.LEDGER_POSITION, AnswerHeaders.RETRY_AFTER);

    private final ProblemAnswers problems;

    SharedAnswers(ProblemAnswers problems) {
        this.problems = problems;
    }

    Map<String, ApiResponse> all() {
        var answers = new TreeMap<String, ApiResponse>();
        add(answers, "Unauthenticated", CHALLENGE, ProblemCode.UNAUTHENTICATED);
        add(answers, "Forbidden", POSITION, ProblemCode.FORBIDDEN);
        add(answers, "UnsupportedMediaType", POSITION, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        add(answers, "Failed", POSITION, ProblemCode.INTERNAL_ERROR);
        add(
                answers,
                "Unavailable",
                RETRY,
                ProblemCode.BUSY,
                ProblemCode.READ_MODEL_BEHIND,
                ProblemCode.DATABASE_UNAVAILABLE);
        return answers;
    }

    static ApiResponse refer(String name) {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private void add(Map<String, ApiResponse> answers, String name, List<String> headers, ProblemCode... codes) {
        var names = List.of(codes).stream().map(ProblemCode::name).toList();
        problems.byStatus(FOLDER, names, headers).values().forEach(answer -> answers.put(name, answer));
    }
}
