package io.minutebook.server;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When live read models are compared with what events say, under {@code minutebook.comparison.}.
 *
 * @param accounts how many accounts, chosen at random, are compared each day; none at 0
 * @param time of each day in Asia/Shanghai, HH:MM, by real time
 */
@ConfigurationProperties("minutebook.comparison")
public record ComparisonSettings(@DefaultValue("20") int accounts, @DefaultValue("03:30") String time) {

    private static final int MOST_ACCOUNTS = 1_000;

    public ComparisonSettings {
        if (accounts < 0 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("minutebook.comparison.accounts: 0 to 1000 expected");
        }
        var _ = LocalTime.parse(time);
    }

    public LocalTime at() {
        return LocalTime.parse(time);
    }
}
