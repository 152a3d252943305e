package io.minutebook.server.controls;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The program that {@code ops/controls} starts: runs the tests named {@code package.Class#method} and writes how
 * each ended, one line of status, name and what was said, parted by tabs.
 */
final class NamedTests implements TestExecutionListener {

    private final Collection<String> names;
    private final Map<String, List<Throwable>> failures = new TreeMap<>();
    private final Collection<String> seen = new LinkedHashSet<>();

    private NamedTests(Collection<String> names) {
        this.names = names;
    }

    /** Takes the file to write to, and the names; the status is 0 however the tests end. */
    public static void main(String... arguments) throws IOException {
        var all = List.of(arguments);
        var tests = new NamedTests(new LinkedHashSet<>(all.subList(1, all.size())));
        tests.run();
        Files.write(Path.of(all.getFirst()), tests.outcomes());
        System.exit(0); // what a failed test left running is no reason to wait
    }

    private void run() {
        var classes = names.stream().map(NamedTests::classOf).distinct().toList();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(name -> selectClass(name)).toList())
                .filters((PostDiscoveryFilter) this::isNamed)
                .build();
        LauncherFactory.create().execute(request, this);
    }

    private FilterResult isNamed(TestDescriptor test) {
        var name = test.getSource().map(NamedTests::nameOf).orElse("");
        return FilterResult.includedIf(!name.contains("#") || names.contains(name));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var name = test.getSource().map(NamedTests::nameOf).orElse("");
        seen.add(name);
        result.getThrowable().ifPresent(failure ->
                failures.computeIfAbsent(name, _ -> new ArrayList<>()).add(failure));
    }

    private static String nameOf(TestSource source) {
        return switch (source) {
            case MethodSource method -> method.getClassName() + "#" + method.getMethodName();
            case ClassSource type -> type.getClassName();
            default -> "";
        };
    }

    private static String classOf(String name) {
        return name.substring(0, name.indexOf('#'));
    }

    private List<String> outcomes() {
        return names.stream().map(name -> outcomeOf(name) + "\t" + name + "\t" + saidOf(name)).toList();
    }

    /** That classes do not fit together is no finding of a test. */
    private String outcomeOf(String name) {
        var thrown = thrownIn(name);
        if (thrown.stream().anyMatch(NamedTests::isMisfit)) return "misfit";
        if (!thrown.isEmpty()) return "failed";
        return seen.contains(name) ? "passed" : "missing";
    }

    /** A class that could not be set up fails all that was asked of it. */
    private List<Throwable> thrownIn(String name) {
        var thrown = new ArrayList<>(failures.getOrDefault(name, List.of()));
        thrown.addAll(failures.getOrDefault(classOf(name), List.of()));
        return thrown;
    }

    private static boolean isMisfit(Throwable failure) {
        return causesOf(failure).stream().anyMatch(LinkageError.class::isInstance);
    }

    private String saidOf(String name) {
        return String.join(" | ", thrownIn(name).stream()
                        .flatMap(failure -> causesOf(failure).stream())
                        .map(Throwable::toString)
                        .toList())
                .replaceAll("\\s+", " ");
    }

    private static List<Throwable> causesOf(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (var cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) causes.add(cause);
        return causes;
    }
}
