package io.minutebook.server.api;

import io.minutebook.server.problem.BadValue;
import io.swagger.v3.oas.annotations.media.Schema;

/** How finely a bill is broken down. */
@Schema(type = "string", allowableValues = {"resource", "detail"})
enum BillView {
    RESOURCE,
    DETAIL;

    static BillView parse(String text) {
        return switch (text) {
            case "resource" -> RESOURCE;
            case "detail" -> DETAIL;
            default -> throw new BadValue("send resource or detail");
        };
    }
}
