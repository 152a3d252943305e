package io.minutebook.server.api;

import io.minutebook.server.problem.BadValue;

/** How finely a bill is broken down. */
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
