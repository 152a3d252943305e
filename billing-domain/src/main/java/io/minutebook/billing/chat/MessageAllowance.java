package io.minutebook.billing.chat;

import java.time.Instant;

/** The bot messages that one month of a plan includes, usable in [from, until); what is left then is lost. */
public record MessageAllowance(Instant from, Instant until, long messages) {}
