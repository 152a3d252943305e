package io.minutebook.billing.catalogue;

/** How many months or years are paid for at once, both ends included. */
public record Periods(int fewest, int most) {

    public Periods {
        if (fewest < 1) throw new IllegalArgumentException("the fewest periods are " + fewest);
        if (most < fewest) throw new IllegalArgumentException("at most " + most + " periods, at least " + fewest);
    }

    public boolean offers(long periods) {
        return periods >= fewest && periods <= most;
    }

    @Override
    public String toString() {
        return fewest + " to " + most;
    }
}
