package io.minutebook.server.verify;

/** What is always true of a ledger at rest or running, and can be seen in what it has stored. */
enum Invariant {
    I1("conservation: each pack's minutes are drawn, remaining, expired or refunded, after every event"),
    I2("exactly once: each delivery is one booking, one duplicate or one dead letter"),
    I3("offsets: everything below the stored one is accounted for, nothing above it is"),
    I4("streams without holes: events in one order, numbered 0, 1, 2 in each stream"),
    I5("projection = replay: read models equal those built anew from the first event"),
    I6("independent audit: minutes, draws and uncovered minutes worked out from scratch are the same"),
    I7("arithmetic: lines, parts and balances sum up, and nothing is a binary floating point number"),
    I8("closed stays closed: nothing is booked in a closed month, and its final files are as they were written"),
    I14("journal: postings of each event sum to zero and are what it moved; deferred revenue is what is still owed");

    private final String rule;

    Invariant(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
