package io.minutebook.server.openapi;

import io.minutebook.server.problem.ProblemCode;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Adds to an operation every answer it may give: its successes with an example, and each problem. */
@Component
class Answers implements OperationCustomizer {

    private static final String KEY = "Idempotency-Key";

    private final Examples examples;
    private final ProblemAnswers problems;

    Answers(Examples examples, ProblemAnswers problems) {
        this.examples = examples;
        this.problems = problems;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean isOpen = isOpen(handler);
        boolean isOnce = isOnce(operation);
        describeRequest(operation, handler);
        var headers = AnswerHeaders.refer(headers(handler, isOnce));
        operation.getResponses().forEach((status, answer) -> {
            describeSuccess(operation, handler, status, answer);
            answer.headers(headers);
        });
        var codes = codes(operation, handler, isOnce);
        operation.addExtension("x-problem-codes", codes);
        var position = isOpen ? List.<String>of() : List.of(AnswerHeaders.LEDGER_POSITION);
        problems.byStatus(operation.getOperationId(), codes, position)
                .forEach(operation.getResponses()::addApiResponse);
        referToShared(operation, handler, isOpen);
        return operation;
    }

    private void describeRequest(Operation operation, HandlerMethod handler) {
        var body = operation.getRequestBody();
        if (body == null) return;
        body.required(true);
        examples.json(operation.getOperationId(), "request")
                .ifPresent(example -> body.getContent().values().forEach(media -> media.setExample(example)));
        if (!takesJson(handler)) body.description(Words.find("request." + operation.getOperationId()));
    }

    private void describeSuccess(Operation operation, HandlerMethod handler, String status, ApiResponse answer) {
        answer.description(Words.of("status." + status));
        if (isDownload(handler)) answer.content(file(operation, handler, status));
        var content = answer.getContent();
        if (content == null || isDownload(handler)) return;
        examples.json(operation.getOperationId(), status)
                .ifPresent(example -> content.values().forEach(media -> media.setExample(example)));
    }

    private Content file(Operation operation, HandlerMethod handler, String status) {
        var file = ValueSchemas.of("string", null);
        file.setFormat("binary");
        var media = new MediaType().schema(file);
        var type = FileType.of(handler);
        examples.file(operation.getOperationId(), status + type.extension).ifPresent(media::setExample);
        return new Content().addMediaType(type.mediaType, media);
    }

    private static List<String> headers(HandlerMethod handler, boolean isOnce) {
        var headers = new ArrayList<String>();
        if (!isOpen(handler)) headers.add(AnswerHeaders.LEDGER_POSITION);
        if (isDownload(handler)) headers.add(AnswerHeaders.FILE_NAME);
        if (isOnce) headers.add(AnswerHeaders.IDEMPOTENT_REPLAY);
        return headers;
    }

    /** Where no body is sent, a key cannot be used with another one. */
    private static List<String> codes(Operation operation, HandlerMethod handler, boolean isOnce) {
        var codes = new ArrayList<String>();
        if (canBeMalformed(operation, handler)) codes.add(ProblemCode.MALFORMED_REQUEST.name());
        if (isOnce) codes.add(ProblemCode.IDEMPOTENCY_KEY_MISSING.name());
        var refuses = handler.getMethodAnnotation(Refuses.class);
        if (refuses != null) codes.addAll(Arrays.asList(refuses.value()));
        if (isOnce && takesJson(handler)) codes.add("IDEMPOTENCY_KEY_REUSED");
        return codes;
    }

    /** Any text will do for a parameter that is a mere text. */
    private static boolean canBeMalformed(Operation operation, HandlerMethod handler) {
        var parameters = operation.getParameters();
        return takesJson(handler)
                || (parameters != null
                        && parameters.stream().anyMatch(parameter -> !ValueSchemas.isAnyText(parameter.getSchema())));
    }

    private static void referToShared(Operation operation, HandlerMethod handler, boolean isOpen) {
        var answers = operation.getResponses();
        if (!isOpen) {
            answers.addApiResponse("401", SharedAnswers.refer("Unauthenticated"));
            answers.addApiResponse("403", SharedAnswers.refer("Forbidden"));
            answers.addApiResponse("500", SharedAnswers.refer("Failed"));
            answers.addApiResponse("503", SharedAnswers.refer("Unavailable"));
        }
        if (takesJson(handler)) answers.addApiResponse("415", SharedAnswers.refer("UnsupportedMediaType"));
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(SecurityRequirements.class);
    }

    private static boolean isOnce(Operation operation) {
        var parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> parameter.getName().equals(KEY));
    }

    private static boolean takesJson(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    /** What writes to the response itself is a file. */
    private static boolean isDownload(HandlerMethod handler) {
        return handler.isVoid();
    }

    /** What a download is, by the end of its path. */
    private enum FileType {
        CSV("text/csv", ".csv"),
        JSON_LINES("application/jsonl", ".jsonl"),
        TEXT("text/plain", ".txt");

        private final String mediaType;
        private final String extension;

        FileType(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        static FileType of(HandlerMethod handler) {
            var mapping = handler.getMethodAnnotation(GetMapping.class);
            var paths = mapping == null ? new String[0] : mapping.value();
            return Arrays.stream(values())
                    .filter(type -> Arrays.stream(paths).anyMatch(path -> path.endsWith(type.extension)))
                    .findFirst()
                    .orElse(TEXT);
        }
    }
}
