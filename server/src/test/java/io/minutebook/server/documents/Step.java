package io.minutebook.server.documents;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Commands that are typed in together, and what they promise to print: the pieces between {@code ...}, in their
 * order, white space left out.
 *
 * @param line of the document
 */
record Step(int line, String commands, String promise) {

    private static final Pattern SERVER = Pattern.compile("^\\./minutebook (up|services)\\b");
    private static final Pattern CHANGE = Pattern.compile(
            "-X |-d |--data-binary|cat >|kcat|minutebook|java |python3 ");

    /** Whether it runs until it is stopped, so that it has a terminal of its own. */
    boolean isServer() {
        return SERVER.matcher(commands).find();
    }

    /** Whether it only looks, so that it may be looked again. */
    boolean isLook() {
        return !CHANGE.matcher(commands).find();
    }

    boolean isKeptBy(String output) {
        var printed = tight(output);
        int from = 0;
        for (var piece : pieces()) {
            int found = printed.indexOf(piece, from);
            if (found < 0) return false;
            from = found + piece.length();
        }
        return true;
    }

    private List<String> pieces() {
        return Stream.of(promise.split(Pattern.quote("..."))).map(Step::tight).toList();
    }

    private static String tight(String text) {
        return text.replaceAll("\\s+", "");
    }

    Step with(UnaryOperator<String> change) {
        return new Step(line, change.apply(commands), change.apply(promise));
    }
}
