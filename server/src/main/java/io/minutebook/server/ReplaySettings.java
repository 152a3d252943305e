package io.minutebook.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How read models are built anew, under {@code minutebook.replay.}.
 *
 * @param busyShare of its time, in percent, in which a replay works while more than 500 events a second are stored; 100
 *     never gives way
 */
@ConfigurationProperties("minutebook.replay")
public record ReplaySettings(@DefaultValue("" + ReplaySettings.DEFAULT_BUSY_SHARE) int busyShare) {

    public static final int DEFAULT_BUSY_SHARE = 10;

    private static final int ALL = 100;

    public ReplaySettings {
        if (busyShare < 1 || busyShare > ALL) {
            throw new IllegalArgumentException("minutebook.replay.busy-share: 1 to 100 expected");
        }
    }
}
