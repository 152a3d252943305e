package io.minutebook.billing.usage;

import java.time.Instant;

/** Says when bot messages are free and not counted. */
@FunctionalInterface
public interface MessagePromotion {

    boolean isInForce(Region region, Instant at);
}
