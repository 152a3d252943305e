package io.minutebook.benchmarks.endtoend;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time used so far by this virtual machine and by a PostgreSQL with all its processes, those that have
 * ended included; of PostgreSQL only where /proc tells it, else nothing.
 */
record CpuTime(Duration jvm, Duration postgres) {

    private static final long NANOS_PER_TICK = 10_000_000; // USER_HZ is 100 on every Linux that matters
    private static final Path PROCESSES = Path.of("/proc");
    private static final int PARENT = 1;
    private static final int FIRST_TIME = 11;

    static CpuTime now(long postgresPid) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new CpuTime(Duration.ofNanos(system.getProcessCpuTime()), Duration.ofNanos(ticks(postgresPid) * NANOS_PER_TICK));
    }

    CpuTime since(CpuTime earlier) {
        return new CpuTime(jvm.minus(earlier.jvm), postgres.minus(earlier.postgres));
    }

    private static long ticks(long postmaster) {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(process -> process.getFileName().toString().chars().allMatch(Character::isDigit))
                    .map(CpuTime::fields)
                    .filter(fields -> fields.length > 0)
                    .mapToLong(fields -> ticksOf(fields, postmaster))
                    .sum();
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private static long ticksOf(String[] fields, long postmaster) {
        if (Long.parseLong(fields[PARENT]) == postmaster) return own(fields);
        return fields[fields.length - 1].equals(Long.toString(postmaster)) ? own(fields) + ofEnded(fields) : 0;
    }

    private static long own(String[] fields) {
        return Long.parseLong(fields[FIRST_TIME]) + Long.parseLong(fields[FIRST_TIME + 1]);
    }

    private static long ofEnded(String[] fields) {
        return Long.parseLong(fields[FIRST_TIME + 2]) + Long.parseLong(fields[FIRST_TIME + 3]);
    }

    /** What follows the name in parentheses, and the process id as the last; nothing for a process that is gone. */
    private static String[] fields(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"));
            return (line.substring(line.lastIndexOf(')') + 2).strip() + " " + process.getFileName()).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
