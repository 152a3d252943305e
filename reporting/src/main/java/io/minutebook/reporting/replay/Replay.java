package io.minutebook.reporting.replay;

import org.jspecify.annotations.Nullable;

/**
 * A read model that somebody wants built anew.
 *
 * @param position the last event in the tables beside
 * @param isOpen whether it is still to be done
 * @param error why it was given up; null while it is open and when the new read model took its place
 */
public record Replay(long id, String projection, long position, boolean isOpen, @Nullable String error) {}
