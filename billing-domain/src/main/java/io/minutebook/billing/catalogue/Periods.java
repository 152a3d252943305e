package io.minutebook.billing.catalogue;

/** How many months or years are paid for at once, both ends included; never more than a calendar holds. */
public record Periods(int fewest, int most) {

    private static final long MOST = 1_000;

    public Periods {
        if (fewest < 1) throw new IllegalArgumentException("the fewest periods are " + fewest);
        if (most < fewest) throw new IllegalArgumentException("at most " + most + " periods, at least " + fewest);
    }

    static Periods of(long fewest, long most) {
        if (Math.max(fewest, most) > MOST) throw new IllegalArgumentException("more than " + MOST + " periods at once");
        return new Periods(Math.toIntExact(fewest), Math.toIntExact(most));
    }

    public boolean offers(long periods) {
        return periods >= fewest && periods <= most;
    }

    @Override
    public String toString() {
        return fewest + " to " + most;
    }
}
