package io.minutebook.server.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/** How many faults of which kind one seed gets; their order is drawn from the seed. */
enum Mix {
    /** For every build. */
    SHORT(400, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 1, 0),
    /** For the profile {@code faults}. */
    LONG(1_500, 4, 2, 3, 5, 5, 5, 2, 1, 3, 1, 2, 1, 3, 2);

    private final int recordsPerFault;
    private final int[] times;

    /** As often as each fault that is done to processes, in their order. */
    Mix(int recordsPerFault, int... times) {
        this.recordsPerFault = recordsPerFault;
        this.times = times;
    }

    static Mix given() {
        return valueOf(System.getProperty("faults.mix", "short").toUpperCase(Locale.ROOT));
    }

    /** As in {@code 1..6}, or a single one. */
    static LongStream seeds() {
        var ends = System.getProperty("faults.seeds", "1..1").split("\\.\\.", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    /** Published before each fault, to keep the ledger at work while it happens. */
    int recordsPerFault() {
        return recordsPerFault;
    }

    List<Fault> shuffled(Random random) {
        var faults = new ArrayList<Fault>();
        for (int kind = 0; kind < times.length; kind++) {
            faults.addAll(Collections.nCopies(times[kind], Fault.values()[kind]));
        }
        Collections.shuffle(faults, random);
        return faults;
    }
}
