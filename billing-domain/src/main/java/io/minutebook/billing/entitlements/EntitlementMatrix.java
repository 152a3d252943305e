package io.minutebook.billing.entitlements;

import java.util.List;
import java.util.Optional;

/** Every entitlement of the price guide, in its order. */
public record EntitlementMatrix(List<Entitlement> entitlements) {

    public EntitlementMatrix {
        entitlements = List.copyOf(entitlements);
    }

    /** By its code or its short name; the code of an entry of several rows means all of them. */
    public Optional<Entitlement> find(String asked) {
        var found = entitlements.stream()
                .filter(entitlement -> entitlement.code().value().equals(asked) || asked.equals(entitlement.name()))
                .findFirst();
        return found.or(() -> entry(asked));
    }

    public Entitlement get(EntitlementCode code) {
        return find(code.value()).orElseThrow(() -> new IllegalArgumentException("no entitlement " + code));
    }

    private Optional<Entitlement> entry(String asked) {
        var rows = entitlements.stream()
                .filter(entitlement -> entitlement.code().entry().value().equals(asked))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Entitlement.ofRows(rows));
    }
}
