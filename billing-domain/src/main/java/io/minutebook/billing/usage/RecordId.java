package io.minutebook.billing.usage;

/** The identity of a usage record for ever: its producer (a URI) and its id there. */
public record RecordId(String source, String id) implements Comparable<RecordId> {

    @Override
    public int compareTo(RecordId other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
