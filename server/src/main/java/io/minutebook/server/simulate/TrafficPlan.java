package io.minutebook.server.simulate;

import java.time.YearMonth;
import java.util.Locale;

/**
 * What to simulate; equal plans give equal bytes.
 *
 * @param firstAccount the lowest account number; the accounts follow each other
 * @param records all deliveries of the month: good ones, repeats, bad ones and corrections
 * @param duplicates share of the deliveries that repeat an earlier record
 * @param disorder share of the good records that are held back by up to some thousand places
 * @param late share of the good records that come after everything else
 * @param bad share of the deliveries that must be refused
 * @param corrections share of the deliveries that correct an earlier record
 */
public record TrafficPlan(
        int accounts,
        long firstAccount,
        long records,
        YearMonth month,
        long seed,
        Share duplicates,
        Share disorder,
        Share late,
        Share bad,
        Share corrections) {

    private static final long HIGHEST_FIRST_ACCOUNT = 1_000_000_000_000_000_000L;
    private static final long MOST_RECORDS = 1_000_000_000L;
    private static final int MOST_ACCOUNTS = 1_000_000;

    public TrafficPlan {
        if (accounts < 1 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("accounts: 1 to 1000000");
        }
        if (firstAccount < 1 || firstAccount > HIGHEST_FIRST_ACCOUNT) {
            throw new IllegalArgumentException("first account: 1 to 10^18");
        }
        if (records < 1 || records > MOST_RECORDS) throw new IllegalArgumentException("records: 1 to 10^9");
        if (duplicates.of(records) + bad.of(records) + corrections.of(records) >= records) {
            throw new IllegalArgumentException("duplicates, bad and corrections leave no room for good ones");
        }
    }

    /** A month without repeats, disorder, late, bad or corrected records. */
    public static TrafficPlan calm(
            int accounts, long firstAccount, long records, YearMonth month, long seed) {
        var none = Share.NONE;
        return new TrafficPlan(accounts, firstAccount, records, month, seed, none, none, none, none, none);
    }

    long repeats() {
        return duplicates.of(records);
    }

    long refusals() {
        return bad.of(records);
    }

    long revisions() {
        return corrections.of(records);
    }

    long good() {
        return records - repeats() - refusals() - revisions();
    }

    /** Tells the runs apart whose good records differ: part of every record's identity. */
    String tag() {
        long mixed = seed;
        long monthNumber = month.getYear() * 12L + month.getMonthValue();
        for (long part : new long[] {accounts, firstAccount, good(), monthNumber}) {
            mixed = Dice.mixed(mixed * 31 + part);
        }
        return String.format(Locale.ROOT, "%016x", mixed);
    }
}
