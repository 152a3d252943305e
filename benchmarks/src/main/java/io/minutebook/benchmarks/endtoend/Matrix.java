package io.minutebook.benchmarks.endtoend;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs that differ from a base in one factor each, every one in a process and a ledger of its own; the base comes first
 * and last, so that the drift of a machine that others use shows. Figures are compared with the mean of the two.
 */
final class Matrix {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VISIBLE = "visibleRecordsPerSecond";
    private static final String COMMITTED = "committedRecordsPerSecond";
    private static final Map<String, String> COLUMNS = columns();

    private final Plan plan;
    private final OwnProcess program;
    private final Path here;
    private final List<ObjectNode> done = new ArrayList<>();

    /** The base, and what else each factor is to be. */
    record Plan(Scenario base, List<Integer> accounts, List<Integer> partitions, List<Long> stored) {

        List<Case> cases() {
            var cases = new ArrayList<Case>();
            cases.add(new Case("base", base));
            accounts.forEach(n -> cases.add(new Case(n + " accounts", base.withAccounts(n))));
            partitions.forEach(n -> cases.add(new Case(n + (n == 1 ? " partition" : " partitions"), base.withPartitions(n))));
            cases.add(new Case("half in one account", base.withHalfInOne()));
            stored.forEach(n -> cases.add(new Case(n + " stored", base.withStored(n))));
            cases.add(new Case("base again", base));
            return cases;
        }
    }

    /** A run that is to be made. */
    record Case(String name, Scenario scenario) {}

    Matrix(Plan plan, OwnProcess program, Path here) {
        this.plan = plan;
        this.program = program;
        this.here = here;
    }

    void run() throws IOException, InterruptedException {
        var cases = plan.cases();
        for (var each : cases) DiskSpace.require(each.scenario(), here);
        System.err.printf("%d cases, about %d minutes on two cores%n", cases.size(), minutes(cases));
        for (int i = 0; i < cases.size(); i++) {
            System.err.printf("case %d of %d: %s; about %d minutes left%n",
                    i + 1, cases.size(), cases.get(i).name(), minutes(cases.subList(i, cases.size())));
            measure(cases.get(i));
        }
        print();
    }

    private static long minutes(List<Case> cases) {
        return cases.stream().mapToLong(each -> each.scenario().estimatedMinutes()).sum();
    }

    /** Baselines are the base's: what they do has nothing of the factors in it. */
    private void measure(Case each) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(BenchCommand.NAME));
        arguments.addAll(each.scenario().arguments());
        if (!each.scenario().equals(plan.base())) arguments.add(BenchCommand.NO_BASELINES);
        var figures = JSON.createObjectNode().put("name", each.name());
        figures.setAll((ObjectNode) JSON.readTree(program.lastLineOf(arguments)));
        if (done.isEmpty()) System.out.println(row(List.copyOf(COLUMNS.keySet())));
        done.add(figures);
        System.out.println(row(figures));
    }

    /** The whole table once more, with ratios, and all of it as one line of JSON. */
    private void print() {
        for (var figures : done) {
            figures.put("committedRatioToBase", ratio(figures, COMMITTED)).put("visibleRatioToBase", ratio(figures, VISIBLE));
        }
        System.out.println();
        System.out.println(row(List.copyOf(COLUMNS.keySet())));
        done.forEach(figures -> System.out.println(row(figures)));
        var all = JSON.createObjectNode();
        all.putArray("cases").addAll(done);
        System.out.println(JSON.writeValueAsString(all));
    }

    private BigDecimal ratio(JsonNode figures, String name) {
        var bases = done.getFirst().get(name).asLong() + done.getLast().get(name).asLong();
        return BigDecimal.valueOf(2 * figures.get(name).asLong())
                .divide(BigDecimal.valueOf(bases), 2, RoundingMode.HALF_UP);
    }

    /** Titles and the figures below them. */
    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("case", "name");
        columns.put("committed/s", COMMITTED);
        columns.put("to base", "committedRatioToBase");
        columns.put("visible/s", VISIBLE);
        columns.put("to base ", "visibleRatioToBase");
        columns.put("p50 ms", "p50DelayMillis");
        columns.put("p99 ms", "p99DelayMillis");
        columns.put("replay/s", "replayEventsPerSecond");
        columns.put("JVM s/10k", "jvmCpuSecondsPer10k");
        columns.put("PG s/10k", "postgresCpuSecondsPer10k");
        columns.put("heap MiB", "liveHeapMiB");
        columns.put("events before", "eventsBefore");
        return columns;
    }

    private static String row(JsonNode figures) {
        return row(COLUMNS.values().stream()
                .map(name -> figures.has(name) ? figures.get(name).asString() : "-")
                .toList());
    }

    private static String row(List<String> cells) {
        var row = new StringBuilder("%-20s".formatted(cells.getFirst()));
        for (var cell : cells.subList(1, cells.size())) row.append(" %13s".formatted(cell));
        return row.toString();
    }
}
