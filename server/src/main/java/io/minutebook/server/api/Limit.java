package io.minutebook.server.api;

import io.minutebook.server.problem.BadValue;

/** How many items a page holds at most: 1 to 1,000. */
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
