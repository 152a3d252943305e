package io.minutebook.server.clock;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something of an account that is due at an instant, most of it what time alone changes; in the order in which it is
 * done.
 *
 * @param subject the name of the pool of packs, the id of a number, what was used; blank for what is one thing of an
 *     account
 */
record Due(Instant at, Kind kind, AccountId accountId, String subject) implements Comparable<Due> {

    /** What is told that time has passed; in the order of the names, which is the database's too. */
    enum Kind {
        CHAT,
        NUMBER,
        PACKS,
        SEATS,
        /** To be judged by the plan in force at that instant. */
        USE,
        VOUCHERS
    }

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
            .thenComparing(Due::kind)
            .thenComparing(due -> due.accountId().value())
            .thenComparing(Due::subject);

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }

    /** The same thing, once more; it must be later, or time would never get past it. */
    Due again(Instant next) {
        if (!next.isAfter(at)) throw new IllegalStateException(this + " stays due, at " + next);
        return new Due(next, kind, accountId, subject);
    }
}
