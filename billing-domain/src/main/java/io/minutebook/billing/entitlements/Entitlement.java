package io.minutebook.billing.entitlements;

import io.minutebook.billing.Edition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A feature, and what each kind of plan includes of it.
 *
 * @param name the short name programs may ask by; null where it has none
 * @param trial of chat alone: a trial of seats is of an edition and includes what that does
 * @param unit what quantities count; null where nothing is counted
 */
public record Entitlement(
        EntitlementCode code,
        @Nullable String name,
        PlanFamily family,
        Inclusion standard,
        Inclusion advanced,
        @Nullable Inclusion trial,
        @Nullable String unit,
        String english,
        @Nullable String chinese) {

    public Entitlement {
        if ((family == PlanFamily.CHAT) != (trial != null)) {
            throw new IllegalArgumentException("trial is filled for CHAT alone");
        }
        if (standard.included() && !advanced.included()) {
            throw new IllegalArgumentException("the advanced edition includes all of the standard one");
        }
        boolean isCounted = Stream.of(standard, advanced).anyMatch(inclusion -> inclusion.quantity() != null);
        if (isCounted != (unit != null)) {
            throw new IllegalArgumentException("a unit goes with quantities, and only with them");
        }
    }

    /** What a plan of that edition, or a trial of it, includes. */
    public Inclusion in(Edition edition, boolean isTrial) {
        if (isTrial && trial != null) return trial;
        return switch (edition) {
            case STANDARD -> standard;
            case ADVANCED -> advanced;
        };
    }

    public boolean isIncludedIn(Edition edition) {
        return in(edition, false).included();
    }

    boolean isIncludedLike(Entitlement other) {
        return standard.equals(other.standard) && advanced.equals(other.advanced) && Objects.equals(trial, other.trial);
    }

    /** The entry of the guide that has these rows, which are included alike. */
    static Entitlement ofRows(List<Entitlement> rows) {
        var first = rows.getFirst();
        var chinese = rows.stream()
                .map(Entitlement::chinese)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
        return new Entitlement(
                first.code.entry(),
                null,
                first.family,
                first.standard,
                first.advanced,
                first.trial,
                first.unit,
                rows.stream().map(Entitlement::english).collect(Collectors.joining("; ")),
                chinese.isEmpty() ? null : chinese);
    }
}
