package io.minutebook.server.faults;

/** A kind of fault that is done to a deployment, and what people call it. */
enum Fault {
    KILL_SERVER("kill -9 of a server"),
    END_SERVER("SIGTERM to a server"),
    KILL_POSTGRES("kill -9 of PostgreSQL"),
    KILL_BACKEND("kill -9 of one of its backends"),
    CUT_ALL("all database sessions cut"),
    CUT_ONE("one database session cut"),
    KILL_SERVICES("kill -9 of the broker's process"),
    END_SERVICES("broker and PostgreSQL stopped and started"),
    FREEZE_BROKER("broker frozen for seconds"),
    LONG_OUTAGE("broker gone for a minute"),
    ZOMBIE("ingest node frozen past its session, then woken"),
    THIRD_NODE("third ingest node comes and goes"),
    MOVE_CLOCK("test clock moved on"),
    STEP_SYSTEM_CLOCK("system clock of a server set back and forth"),
    POISON_CROWD("crowd of poison records"),
    LARGE_RECORD("record of 1 MiB and more");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
