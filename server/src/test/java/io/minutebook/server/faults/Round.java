package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.core.ConditionFactory;
import picocli.CommandLine;

/** One seed: a deployment, its usage, the faults that are done to it meanwhile, and what it must have come to. */
final class Round {

    /** The longest that anything may stand still once the last fault is healed. */
    private static final Duration LIVENESS = Duration.ofSeconds(60);

    private static final List<List<String>> DEPLOYMENTS = List.of(
            List.of("all", "all"), List.of("all", "ingest"), List.of("api", "reporting", "ingest", "ingest"));

    private static final int LONGEST_DELAY_MILLIS = 300;
    private static final List<Fault> POISON = List.of(Fault.POISON_CROWD, Fault.LARGE_RECORD);
    private static final long CONNECTIONS_PER_PROCESS = 24;

    private final long seed;
    private final FaultCount count;
    private final Path folder;
    private final Random random;
    private final List<Fault> faults;
    private final UsageStream stream;
    private final Map<String, Footprint> before = new HashMap<>();

    Round(long seed, Mix mix, FaultCount count, Path scratch) throws IOException {
        this.seed = seed;
        this.count = count;
        this.folder = Files.createDirectories(scratch.resolve("seed-" + seed));
        this.random = new Random(seed);
        this.faults = mix.shuffled(random);
        this.stream = UsageStream.of(seed, faults.size() + 1, mix.recordsPerFault()).with(POISON, random);
        if (!SystemClock.canBeSet()) faults.removeAll(List.of(Fault.STEP_SYSTEM_CLOCK));
    }

    void run() throws IOException, InterruptedException {
        count.began(seed);
        var calm = InProcessLedger.figuresOf(stream, folder);
        var systemClock = SystemClock.in(folder);
        try (var deployment = Deployment.start(folder, rolesOf(seed), environmentFor(systemClock));
                var api = new Api(deployment.nodes().stream().filter(Node::serves).toList());
                var group = new Group(deployment.services().kafka())) {
            var clock = new TestClock(api);
            prepare(clock, deployment);
            disturb(deployment, api, clock, new Injector(deployment, group, clock, systemClock, random));
            assertThat(Figures.of(deployment.databaseUrl())).isEqualTo(calm);
            var verify = new CommandLine(new VerifyCommand());
            assertThat(verify.execute("--database-url", deployment.databaseUrl())).as("verify").isZero();
            assertNothingLeaks(deployment);
            deployment.stop();
        }
    }

    private static List<String> rolesOf(long seed) {
        return DEPLOYMENTS.get((int) (seed % DEPLOYMENTS.size()));
    }

    private Map<String, String> environmentFor(SystemClock clock) {
        return faults.contains(Fault.STEP_SYSTEM_CLOCK) ? clock.environment() : Map.of();
    }

    private void prepare(TestClock clock, Deployment deployment) throws IOException {
        var serving = deployment.nodes().getFirst().process();
        var key = Files.writeString(folder.resolve("operator.key"), serving.operatorKey());
        InProcessLedger.prepare(stream, serving.url().toString(), key);
        clock.moveTo(UsageStream.FEBRUARY);
        deployment.nodes().forEach(node -> before.merge(
                node.role(), Footprint.of(node.process().pid()), Footprint::most));
    }

    private void disturb(Deployment deployment, Api api, TestClock clock, Injector injector)
            throws InterruptedException {
        try (var publisher = new Publisher(deployment.services().kafka(), "usage-records");
                var racing = new RacingCustomer(api, publisher, clock, seed)) {
            POISON.forEach(kind -> count.did(kind, 1));
            for (int i = 0; i < faults.size(); i++) {
                publishUnderWay(publisher, stream.portions().get(i), deployment);
                Injector.pause(random.nextInt(LONGEST_DELAY_MILLIS));
                long waiting = publisher.published() - deployment.sessions().received();
                System.out.printf("seed %d, %tT, fault %d of %d while %d records wait: %s%n",
                        seed, LocalTime.now(ZoneOffset.UTC), i + 1, faults.size(), waiting, faults.get(i).words());
                injector.inject(faults.get(i));
                count.did(faults.get(i), waiting);
            }
            long healedNanos = System.nanoTime();
            publisher.publish(stream.portions().getLast());
            racing.stop();
            awaitAtRest(deployment, api, publisher.complete());
            count.healed(publisher.published(), Duration.ofNanos(System.nanoTime() - healedNanos).toMillis());
            racing.assertHasWhatWasAnswered(deployment.sessions());
        }
    }

    /** Whatever was done to it before, it takes some of the records. */
    private static void publishUnderWay(
            Publisher publisher, List<UsageStream.Message> portion, Deployment deployment) {
        long received = deployment.sessions().received();
        publisher.publish(portion);
        alive("some of the portion is booked").until(() -> deployment.sessions().received() > received);
    }

    private static ConditionFactory alive(String what) {
        return await(what).atMost(LIVENESS);
    }

    private static void awaitAtRest(Deployment deployment, Api api, long records) {
        alive("all is booked").until(() -> deployment.sessions().received() == records);
        alive("nothing is parked").untilAsserted(() -> {
            var status = api.get("ingest/status");
            assertThat(status.path("lag").asLong(-1)).as(status.toString()).isZero();
            assertThat(status.path("partitions").valueStream())
                    .noneMatch(partition -> partition.path("paused").asBoolean());
        });
        alive("the read models are there").untilAsserted(() -> assertThat(api.get("projections").valueStream())
                .allSatisfy(it -> assertThat(it.path("lag").asLong() + it.path("state").asString()).isEqualTo("0RUNNING")));
        alive("each is ready").until(() -> deployment.nodes().stream().allMatch(api::isReady));
    }

    private void assertNothingLeaks(Deployment deployment) {
        alive("threads, files and sessions are as before").untilAsserted(() -> {
            assertThat(deployment.sessions().longIdleInTransaction()).isZero();
            for (var node : deployment.nodes()) {
                var now = Footprint.of(node.process().pid());
                var then = before.get(node.role());
                assertThat(then != null && now.isLike(then)).as("%s: %s, then %s", node.name(), now, then).isTrue();
                assertThat(deployment.sessions().of(node.name())).isBetween(1L, CONNECTIONS_PER_PROCESS);
            }
        });
    }
}
