package io.minutebook.server.verify;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * What breaks an invariant, one line each as it is found; of many for one invariant the first, then their
 * count.
 */
final class Findings {

    private static final int LINES_SHOWN = 20;

    private final PrintStream out;
    private final Map<Invariant, Integer> counts = new EnumMap<>(Invariant.class);

    Findings(PrintStream out) {
        this.out = out;
    }

    void add(Invariant invariant, String line) {
        int found = counts.merge(invariant, 1, Integer::sum);
        if (found <= LINES_SHOWN) out.printf("%s %s%n", invariant, line);
    }

    /** Ends the list with one line for each invariant. */
    void summarise() {
        for (var invariant : Invariant.values()) {
            int found = counts.getOrDefault(invariant, 0);
            var verdict = found == 0 ? "holds" : "BROKEN " + found + " times";
            out.printf("%s %s - %s%n", invariant, verdict, invariant.rule());
        }
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }
}
