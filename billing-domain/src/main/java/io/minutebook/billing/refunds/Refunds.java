package io.minutebook.billing.refunds;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was refunded to an account, each resource once, and what may not be. */
public record Refunds(List<ResourceId> refunded, List<Veto> vetoes) {

    public static final Refunds NONE = new Refunds(List.of(), List.of());

    public Refunds {
        refunded = List.copyOf(refunded);
        vetoes = List.copyOf(vetoes);
    }

    boolean isRefunded(ResourceId id) {
        return refunded.contains(id);
    }

    /** Why it is forbidden, by the first veto that stands; null where none does. */
    @Nullable String vetoOf(ResourceId id) {
        return vetoes.stream()
                .filter(veto -> veto.forbids(id))
                .map(Veto::reason)
                .findFirst()
                .orElse(null);
    }

    RefundVetoed veto(VetoRefund command) {
        return new RefundVetoed(
                command.accountId(),
                CaseNumber.after(vetoes.size(), "veto"),
                command.resourceId(),
                command.reason(),
                command.by(),
                command.at());
    }

    VetoLifted lift(LiftVeto command) {
        boolean stands = vetoes.stream().anyMatch(veto -> veto.id().equals(command.vetoId()) && !veto.lifted());
        if (stands) {
            return new VetoLifted(
                    command.accountId(), command.vetoId(), command.reason(), command.by(), command.at());
        }
        throw new Refused(
                VetoRefusal.UNKNOWN_VETO, "No veto " + command.vetoId() + " stands; the account's vetoes are listed.");
    }

    Refunds evolve(RefundEvent event) {
        return switch (event) {
            case RefundGranted granted ->
                new Refunds(plus(refunded, granted.resource().resourceId()), vetoes);
            case RefundVetoed vetoed -> new Refunds(refunded, plus(vetoes, Veto.of(vetoed)));
            case VetoLifted lifted -> new Refunds(refunded, vetoes.stream()
                    .map(veto -> veto.id().equals(lifted.vetoId()) ? veto.lift() : veto)
                    .toList());
        };
    }

    private static <T> List<T> plus(List<T> all, T added) {
        return Stream.concat(all.stream(), Stream.of(added)).toList();
    }
}
