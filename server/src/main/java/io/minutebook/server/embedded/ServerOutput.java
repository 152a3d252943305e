package io.minutebook.server.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a PostgreSQL wrote into its log file, for the one line of it that tells why it ended. */
record ServerOutput(Path file) {

    /** It grows for ever; what happened last stands at its end. */
    private static final int LOOKED_AT_BYTES = 64 * 1024;

    private static final Pattern END = Pattern.compile("(?:FATAL|PANIC): +(.+)");

    /** What stands before the last of it is the end of an earlier run. */
    private static final String START = "LOG:  starting PostgreSQL ";

    /** Said to clients, of an end that has another reason. */
    private static final Pattern TO_CLIENTS = Pattern.compile("the database system is |terminating connection ");

    /** Empty where it does not say, or cannot be read. */
    Optional<String> whyItEnded() {
        try {
            return sinceTheLastStart(end()).lines()
                    .map(END::matcher)
                    .filter(line -> line.find() && !TO_CLIENTS.matcher(line.group(1)).lookingAt())
                    .map(line -> line.group(1).strip())
                    .reduce((_, later) -> later);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String sinceTheLastStart(String end) {
        return end.substring(Math.max(0, end.lastIndexOf(START)));
    }

    private String end() throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - LOOKED_AT_BYTES));
            var bytes = new byte[LOOKED_AT_BYTES];
            int read = Math.max(0, log.read(bytes));
            return new String(bytes, 0, read, StandardCharsets.UTF_8);
        }
    }
}
