package io.minutebook.ingest.record;

/** What a delivery turned out to be: every delivery is one of the two, and decoding never throws. */
public sealed interface Decoded permits Readable, Unreadable {}
