package io.minutebook.billing.corrections;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Refused;
import java.util.List;
import java.util.stream.Stream;

/** The corrections of an account, each as it was asked for, and whether it waits for another person. */
public record Adjustments(List<AdjustmentRequested> all) {

    public static final Adjustments NONE = new Adjustments(List.of());

    public Adjustments {
        all = List.copyOf(all);
    }

    AdjustmentRequested request(RecordAdjustment command) {
        var asked = command.asked();
        return new AdjustmentRequested(
                asked.accountId(),
                CaseNumber.after(all.size(), "adjustment"),
                asked.adjustment(),
                asked.reason(),
                command.pending(),
                asked.by(),
                asked.at());
    }

    /** Nobody approves what he asked for himself. */
    AdjustmentApproved approve(RecordApproval command) {
        var asked = command.asked();
        var requested = find(asked.adjustmentId());
        if (!requested.pending()) {
            throw new Refused(
                    AdjustmentRefusal.ADJUSTMENT_NOT_PENDING, requested.adjustmentId() + " was made before.");
        }
        if (requested.requestedBy().equals(asked.by())) {
            throw new Refused(
                    AdjustmentRefusal.SAME_PERSON,
                    "Whoever asked for " + requested.adjustmentId() + " cannot approve it; let another key do it.");
        }
        return new AdjustmentApproved(asked.accountId(), asked.adjustmentId(), asked.by(), asked.at());
    }

    AdjustmentRequested find(CaseNumber id) {
        return all.stream()
                .filter(requested -> requested.adjustmentId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        AdjustmentRefusal.UNKNOWN_ADJUSTMENT,
                        "The account has no " + id + "; its adjustments are listed."));
    }

    Adjustments evolve(AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentRequested requested ->
                new Adjustments(Stream.concat(all.stream(), Stream.of(requested)).toList());
            case AdjustmentApproved approved -> new Adjustments(all.stream()
                    .map(requested -> requested.adjustmentId().equals(approved.adjustmentId())
                            ? requested.made()
                            : requested)
                    .toList());
        };
    }
}
