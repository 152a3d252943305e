package io.minutebook.server.api;

import io.minutebook.server.problem.BadValue;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many items a page holds at most: 1 to 1,000. */
@Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000")
record Limit(int value) {

    private static final int MOST = 1_000;

    static Limit parse(String text) {
        if (!text.matches("[0-9]{1,4}")) throw bad();
        int value = Integer.parseInt(text);
        if (value < 1 || value > MOST) throw bad();
        return new Limit(value);
    }

    private static BadValue bad() {
        return new BadValue("send a whole number from 1 to " + MOST);
    }
}
