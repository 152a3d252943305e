package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Does faults to a deployment, each to whom the seed names, and heals each before it is back. */
final class Injector {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MINUTE_MILLIS = 60_000;
    private static final int MOST_DAYS = 150;
    private static final int MOST_TRIES = 100;

    private final Deployment deployment;
    private final Group group;
    private final TestClock clock;
    private final SystemClock systemClock;
    private final Random random;

    Injector(Deployment deployment, Group group, TestClock clock, SystemClock systemClock, Random random) {
        this.deployment = deployment;
        this.group = group;
        this.clock = clock;
        this.systemClock = systemClock;
        this.random = random;
    }

    void inject(Fault fault) throws InterruptedException {
        switch (fault) {
            case KILL_SERVER -> killServer(oneOf(deployment.nodes()));
            case END_SERVER -> endServer(oneOf(deployment.nodes()));
            case KILL_POSTGRES -> killPostgres();
            case KILL_BACKEND -> Signal.KILL.to(oneOf(deployment.sessions().backends()));
            case CUT_ALL -> deployment.sessions().cutAll();
            case CUT_ONE -> deployment.sessions().cut(oneOf(deployment.sessions().backends()));
            case KILL_SERVICES -> killServices(random.nextInt(4_000));
            case END_SERVICES -> endServices();
            case FREEZE_BROKER -> freezeBroker(200 + random.nextInt(4_000));
            case LONG_OUTAGE -> longOutage();
            case ZOMBIE -> makeZombie(oneOf(deployment.readers()));
            case THIRD_NODE -> comeAndGo(deployment.anotherReader());
            case MOVE_CLOCK -> clock.moveTo(clock.now().plus(Duration.ofDays(1 + random.nextInt(MOST_DAYS))));
            case STEP_SYSTEM_CLOCK -> stepSystemClock();
            case POISON_CROWD, LARGE_RECORD -> throw new IllegalArgumentException("among the records: " + fault);
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A random while: part of when a fault happens or how long it lasts, never a wait for something. */
    static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void killServer(Node node) throws InterruptedException {
        node.process().kill();
        pause(random.nextInt(1_000));
        node.start();
    }

    private static void endServer(Node node) throws InterruptedException {
        assertThat(node.process().stop()).as("exit status of " + node.name()).isZero();
        node.start();
    }

    /** The services start it again by themselves. */
    private void killPostgres() {
        Signal.KILL.to(postmaster());
        var _ = deployment.sessions().received(); // as soon as it answers
    }

    private long postmaster() {
        try {
            var lock = deployment.postgres().resolve("postmaster.pid");
            return Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** PostgreSQL lives on until the services are back, which stop it and start it anew. */
    private void killServices(int downMillis) throws InterruptedException {
        deployment.services().kill();
        pause(downMillis);
        deployment.startServices();
    }

    private void endServices() throws InterruptedException {
        assertThat(deployment.services().stop()).as("exit status of the services").isZero();
        pause(random.nextInt(3_000));
        deployment.startServices();
    }

    private void freezeBroker(int millis) {
        Signal.STOP.to(deployment.services().pid());
        pause(millis);
        Signal.CONT.to(deployment.services().pid());
    }

    private void longOutage() throws InterruptedException {
        if (random.nextBoolean()) freezeBroker(MINUTE_MILLIS);
        else killServices(MINUTE_MILLIS);
    }

    /** It holds records, half of the times a transaction too, while the others take its partitions over. */
    private void makeZombie(Node node) {
        freeze(node, random.nextBoolean() ? MOST_TRIES : 1);
        try {
            group.awaitNodes(deployment.readers().size() - 1);
            pause(random.nextInt(1_000));
        } finally {
            Signal.CONT.to(node.process().pid());
        }
    }

    /** Lets go and freezes it again until it is amid a transaction, but not for ever: there may be nothing to do. */
    private void freeze(Node node, int tries) {
        Signal.STOP.to(node.process().pid());
        for (int i = 1; i < tries && !deployment.sessions().isAmidTransaction(node); i++) {
            Signal.CONT.to(node.process().pid());
            pause(1 + random.nextInt(10));
            Signal.STOP.to(node.process().pid());
        }
        System.out.printf("%s is frozen%s%n", node.name(),
                deployment.sessions().isAmidTransaction(node) ? " amid a transaction" : "");
    }

    private void comeAndGo(Node node) throws InterruptedException {
        try {
            node.start();
            group.awaitNodes(deployment.readers().size() + 1);
            pause(random.nextInt(1_000));
            if (random.nextBoolean()) node.process().kill();
            else assertThat(node.process().stop()).as("exit status of " + node.name()).isZero();
            await().atMost(PATIENCE).until(() -> deployment.sessions().of(node.name()) == 0);
        } finally {
            node.discard();
        }
    }

    /** Forth, back behind real time, and right again. */
    private void stepSystemClock() {
        systemClock.setAheadMillis(1 + random.nextInt(20_000));
        pause(500 + random.nextInt(1_500));
        systemClock.setAheadMillis(-1 - random.nextInt(20_000));
        pause(500 + random.nextInt(1_500));
        systemClock.setAheadMillis(0);
    }
}
