package io.minutebook.server.looks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of who looked, under {@code minutebook.looks.}.
 *
 * @param retention how long it is kept that somebody looked at an account or a full number
 */
@ConfigurationProperties("minutebook.looks")
public record LookSettings(@DefaultValue("365d") Duration retention) {}
