package io.minutebook.server;

import io.minutebook.billing.AlertThresholds;
import io.minutebook.billing.Money;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When accounts are told that something runs short, under {@code minutebook.alerts.}.
 *
 * @param packPercents what is left of a pack, in whole percent of what was granted, when an alert is raised, once each
 * @param lowFunds yuan; an alert is raised when a payment takes all funds of an account together below it; none at 0
 */
@ConfigurationProperties("minutebook.alerts")
public record AlertSettings(@DefaultValue({"20", "5"}) List<Integer> packPercents, @DefaultValue("500.00") String lowFunds) {

    public AlertThresholds thresholds() {
        return new AlertThresholds(packPercents, Money.yuan(lowFunds));
    }
}
