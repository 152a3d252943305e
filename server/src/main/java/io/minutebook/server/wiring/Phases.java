package io.minutebook.server.wiring;

import org.springframework.context.SmartLifecycle;

/** The order in which parts start; they stop in reverse, and the HTTP port opens after all of them. */
final class Phases {

    static final int LEDGER = 100;
    static final int READ_MODELS = 200;
    static final int DUE_WORK = 250;
    static final int INGEST = 300;

    private Phases() {}

    /** Something that runs between two calls. */
    static SmartLifecycle of(int phase, Runnable start, Runnable stop) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                start.run();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                stop.run();
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return phase;
            }
        };
    }
}
