package io.minutebook.billing.entitlements;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was stated of one account's uses beyond its plans: once for an application, an entitlement and a day. */
public record Exceeded(Set<Cause> stated) {

    public static final Exceeded NONE = new Exceeded(Set.of());

    public Exceeded {
        stated = Set.copyOf(stated);
    }

    /** What is stated once. */
    public record Cause(long applicationId, EntitlementCode code, LocalDate day) {}

    List<EntitlementExceeded> state(StateExceeded command) {
        var use = command.use();
        var cause = new Cause(use.applicationId(), use.code(), use.day());
        if (stated.contains(cause)) return List.of();
        return List.of(new EntitlementExceeded(
                use.accountId(),
                cause.applicationId(),
                cause.code(),
                cause.day(),
                use.record(),
                use.endedAt(),
                command.plan()));
    }

    public Exceeded evolve(EntitlementExceeded event) {
        var all = new HashSet<>(stated);
        all.add(new Cause(event.applicationId(), event.code(), event.day()));
        return new Exceeded(all);
    }
}
