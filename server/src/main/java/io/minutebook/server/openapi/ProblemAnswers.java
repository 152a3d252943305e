package io.minutebook.server.openapi;

import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Problems as answers: those of one status together, each code with its example. */
@Component
class ProblemAnswers {

    private static final String MEDIA_TYPE = "application/problem+json";

    private final Examples examples;

    ProblemAnswers(Examples examples) {
        this.examples = examples;
    }

    /** The answers of a folder's problems by their status; the order of the codes is kept. */
    Map<String, ApiResponse> byStatus(String folder, List<String> codes, List<String> headers) {
        return codes.stream()
                .filter(code -> examples.json(folder, code).isPresent())
                .collect(Collectors.groupingBy(
                        code -> statusOf(folder, code),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(), ofStatus -> answer(folder, ofStatus, headers))));
    }

    private ApiResponse answer(String folder, List<String> codes, List<String> headers) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        for (var code : codes) {
            var problem = examples.json(folder, code).orElseThrow();
            media.addExamples(code, new Example().summary(code).value(problem));
        }
        var description = codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
        return new ApiResponse()
                .description(description)
                .headers(AnswerHeaders.refer(headers))
                .content(new Content().addMediaType(MEDIA_TYPE, media));
    }

    private String statusOf(String folder, String code) {
        return examples.json(folder, code).orElseThrow().path("status").asText();
    }
}
