package io.minutebook.server.documents;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.Ports;
import java.util.function.UnaryOperator;

/**
 * Free ports in place of the usual ones, which somebody else may hold while tests run; not of the range that
 * outgoing connections take theirs from.
 */
final class FreePorts implements UnaryOperator<String> {

    private static final int LOWEST = 20_000;
    private static final int PORTS_PER_PROCESS = 10;

    private int next = LOWEST + (int) (ProcessHandle.current().pid() % 1_000) * PORTS_PER_PROCESS;
    private final String http = free();
    private final String kafka = free();
    private final String database = free();

    private String free() {
        while (true) {
            try {
                return Integer.toString(Ports.claim(next++, "nobody", "--port"));
            } catch (CannotStart taken) {
                // the next one may be free
            }
        }
    }

    /** Where a command goes by the usual port without saying so, the port is added. */
    @Override
    public String apply(String text) {
        var ports = " --port %s --kafka-port %s --database-port %s".formatted(http, kafka, database);
        return text.replace("8080", http)
                .replace("9092", kafka)
                .replace("15432", database)
                .replaceAll("(?m)^(\\./minutebook up\\b.*)$", "$1" + ports)
                .replaceAll("(?m)^(\\./minutebook publish (?!.*--kafka).*)$", "$1 --kafka 127.0.0.1:" + kafka);
    }
}
