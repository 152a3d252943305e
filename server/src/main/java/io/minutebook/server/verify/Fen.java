package io.minutebook.server.verify;

import java.math.BigInteger;

/** Whole fen. */
final class Fen {

    private Fen() {}

    /** The share of so many of all units, half a fen rounded up. */
    static long share(long fen, long units, long allUnits) {
        var twice = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(units)).shiftLeft(1);
        var all = BigInteger.valueOf(allUnits);
        return twice.add(all).divide(all.shiftLeft(1)).longValueExact();
    }
}
