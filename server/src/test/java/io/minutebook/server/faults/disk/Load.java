package io.minutebook.server.faults.disk;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wires by HTTP and calls by Kafka side by side, each sent until it is acknowledged, for as long as it is open. The
 * calls run ahead of the wires no further than a measure.
 */
final class Load implements AutoCloseable {

    private static final int BURST = 25;
    private static final int BURSTS_AHEAD = 60;

    private final Bank bank;
    private final Platform platform;
    private final Set<Integer> wires = ConcurrentHashMap.newKeySet();
    private final AtomicInteger wiresSent = new AtomicInteger();
    private final AtomicInteger callsSent = new AtomicInteger();
    private final Semaphore bursts = new Semaphore(BURSTS_AHEAD);
    private final Thread paying;
    private final Thread calling;
    private volatile boolean ending;

    private Load(Bank bank, Platform platform) {
        this.bank = bank;
        this.platform = platform;
        this.paying = Thread.ofPlatform().name("paying").unstarted(this::payWires);
        this.calling = Thread.ofPlatform().name("calling").unstarted(this::publishCalls);
    }

    static Load begin(Bank bank, String kafka) {
        var load = new Load(bank, new Platform(kafka));
        load.paying.start();
        load.calling.start();
        return load;
    }

    /** What was answered with 2xx, and what Kafka accepted. */
    record Acknowledged(Set<Integer> wires, Set<Integer> calls) {}

    Acknowledged acknowledged() {
        return new Acknowledged(Set.copyOf(wires), platform.accepted());
    }

    int wiresSent() {
        return wiresSent.get();
    }

    int callsSent() {
        return callsSent.get();
    }

    private void payWires() {
        try {
            while (!ending) {
                int wire = wiresSent.getAndIncrement();
                while (!ending && !wires.contains(wire)) if (bank.pay(wire)) wires.add(wire);
                bursts.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishCalls() {
        while (!ending) {
            bursts.acquireUninterruptibly();
            int from = callsSent.getAndAdd(BURST);
            platform.publish(from, from + BURST);
        }
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        ending = true;
        try (platform) {
            paying.join();
            bursts.release();
            calling.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
