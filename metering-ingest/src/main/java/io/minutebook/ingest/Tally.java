package io.minutebook.ingest;

/**
 * What became of a batch: every delivery is accepted, a duplicate or a dead letter; conflicts are among the
 * latter.
 */
public record Tally(int accepted, int duplicates, int deadLettered, int conflicts) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    public int received() {
        return accepted + duplicates + deadLettered;
    }

    Tally plus(Tally other) {
        return new Tally(
                accepted + other.accepted,
                duplicates + other.duplicates,
                deadLettered + other.deadLettered,
                conflicts + other.conflicts);
    }
}
