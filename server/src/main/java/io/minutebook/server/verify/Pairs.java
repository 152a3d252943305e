package io.minutebook.server.verify;

import java.util.HashMap;
import java.util.Map;

/** Pairs what two events say about one thing: they must say the same, and neither may be silent. */
final class Pairs {

    private final Findings findings;
    /** What one side said, by what it is about, until the other side has spoken. */
    private final Map<String, String> awaited = new HashMap<>();

    Pairs(Findings findings) {
        this.findings = findings;
    }

    void said(Fact fact, String subject, String said) {
        var other = awaited.remove(subject);
        if (other == null) awaited.put(subject, said);
        else if (!other.equals(said)) {
            findings.add(Invariant.I7, "%s: %s: %s, elsewhere %s".formatted(fact, subject, said, other));
        }
    }

    void end() {
        awaited.forEach((subject, said) ->
                findings.add(Invariant.I7, subject + ": " + said + ", but only one of two events says so"));
    }
}
