package io.minutebook.reporting.explain;

/**
 * Where to walk on from an explanation.
 *
 * @param to what is there
 * @param path of the API, with its query
 */
public record Link(Target to, String id, String path) {

    /** What an explanation leads to. */
    public enum Target {
        USAGE_ROW,
        PACK,
        DRAWS,
        ORDER,
        BILL_LINE,
        UNCOVERED_USAGE
    }
}
