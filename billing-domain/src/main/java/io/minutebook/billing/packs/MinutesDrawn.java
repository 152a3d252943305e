package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.MeteredUsage;
import java.util.List;

/** A call was paid with minutes: billed = the draws together + uncovered, and uncovered costs nothing. */
@Stored(name = "packs.minutes-drawn", version = 1)
public record MinutesDrawn(MeteredUsage usage, List<Draw> draws, Minutes uncovered) implements PackEvent {

    public MinutesDrawn {
        draws = List.copyOf(draws);
    }

    public Minutes drawn() {
        return usage.billed().minus(uncovered);
    }
}
