package io.minutebook.server.webhooks;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are sent, under {@code minutebook.webhooks.}.
 *
 * @param allowInternalAddresses hosts and address ranges (10.1.0.0/16) inside the operator's own network that may be
 * sent to all the same
 * @param allowHttp whether addresses without TLS may be set
 * @param attempts how often one alert is sent to one address at most
 * @param firstPause after the first attempt that failed; each further pause is four times as long
 * @param longestPause between two attempts
 */
@ConfigurationProperties("minutebook.webhooks")
public record WebhookSettings(
        @DefaultValue List<String> allowInternalAddresses,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("16") int attempts,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("12h") Duration longestPause) {

    public WebhookSettings {
        allowInternalAddresses = List.copyOf(allowInternalAddresses);
        if (attempts < 1) throw new IllegalArgumentException("minutebook.webhooks.attempts: at least 1 expected");
    }
}
