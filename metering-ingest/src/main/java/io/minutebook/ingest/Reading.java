package io.minutebook.ingest;

import io.minutebook.ingest.record.Decoded;
import io.minutebook.ingest.record.Delivery;

/** A delivery and what it turned out to be. */
record Reading(Delivery delivery, Decoded decoded) {}
