package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packs on sale for a meter: whole fixed packs for much, and a custom pack for the rest, of so many
 * minutes at least.
 *
 * @param fixedMinutes 0 where no fixed pack is sold
 * @param dearestTenThousandths the highest price of a minute, in ten-thousandths of a yuan
 */
record Shelf(
        String fixedProduct,
        long fixedMinutes,
        String customProduct,
        long minimum,
        long dearestTenThousandths) {

    private static final long STEP = 1_000;
    private static final int COVERED_PERCENT = 90;

    private static final Shelf LANDLINE =
            new Shelf("landline-outbound-10000", 10_000, "landline-outbound-custom", 5_000, 1_500);
    private static final Shelf TOLL_FREE =
            new Shelf("toll-free-inbound-10000", 10_000, "toll-free-inbound-custom", 5_000, 1_500);
    private static final Shelf AUDIO = new Shelf("", 0, "audio-custom", 1_000, 300);
    private static final Shelf REALTIME =
            new Shelf("realtime-asr-60000", 60_000, "realtime-asr-custom", 1_000, 500);
    private static final Shelf OFFLINE =
            new Shelf("offline-asr-60000", 60_000, "offline-asr-custom", 1_000, 250);

    static Shelf of(Meter meter) {
        return switch (meter) {
            case LANDLINE_OUTBOUND -> LANDLINE;
            case TOLL_FREE_INBOUND -> TOLL_FREE;
            case AUDIO -> AUDIO;
            case REALTIME_ASR -> REALTIME;
            case OFFLINE_ASR -> OFFLINE;
            case BOT_MESSAGES, LANDLINE_INBOUND, UNMETERED ->
                throw new IllegalArgumentException("no minutes are sold for " + meter);
        };
    }

    /** About nine tenths of what will be used, in whole steps, but never less than the smallest pack. */
    long coverOf(long usedMinutes) {
        long wanted = (usedMinutes * COVERED_PERCENT / 100 + STEP / 2) / STEP * STEP;
        if (fixedMinutes == 0 || wanted < fixedMinutes) return Math.max(minimum, wanted);
        long rest = wanted % fixedMinutes;
        return wanted - rest + (rest == 0 || rest >= minimum ? rest : rest * 2 < minimum ? 0 : minimum);
    }

    /** Order items for exactly so many minutes. */
    List<Map<String, Object>> itemsFor(long minutes) {
        var items = new ArrayList<Map<String, Object>>();
        long fixed = fixedMinutes == 0 ? 0 : minutes / fixedMinutes;
        long rest = minutes - fixed * fixedMinutes;
        if (fixed > 0) items.add(Map.of("product", fixedProduct, "quantity", fixed));
        if (rest > 0) items.add(Map.of("product", customProduct, "minutes", rest));
        return items;
    }

    /** Whole yuan that are enough to pay for so many minutes. */
    long yuanEnoughFor(long minutes) {
        return (minutes * dearestTenThousandths + 9_999) / 10_000;
    }
}
