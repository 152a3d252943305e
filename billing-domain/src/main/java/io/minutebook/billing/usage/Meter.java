package io.minutebook.billing.usage;

/** What usage is counted on; minutes of one meter never cover another. */
public enum Meter {
    LANDLINE_OUTBOUND(true),
    TOLL_FREE_INBOUND(true),
    AUDIO(true),
    REALTIME_ASR(true),
    OFFLINE_ASR(true),
    /** Messages, not minutes; free while the promotion runs, then drawn by application. */
    BOT_MESSAGES(false),
    /** Free: listed with 0 minutes. */
    LANDLINE_INBOUND(false),
    /** No price exists: listed with 0 minutes. */
    UNMETERED(false);

    private final boolean drawsMinutes;

    Meter(boolean drawsMinutes) {
        this.drawsMinutes = drawsMinutes;
    }

    /** Whether its usage is paid with packs of minutes. */
    public boolean drawsMinutes() {
        return drawsMinutes;
    }
}
