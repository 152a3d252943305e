package io.minutebook.billing;

import java.time.Instant;

/** A plan of an application, or a trial of one, with the edition it had at the instant asked about. */
public record PlanInForce(ResourceId resourceId, Edition edition, boolean trial, Instant from, Instant until) {}
