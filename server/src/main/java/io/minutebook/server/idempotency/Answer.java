package io.minutebook.server.idempotency;

/**
 * What a caller is answered, to the byte.
 *
 * @param isReplay whether it was given before
 */
public record Answer(int status, String json, boolean isReplay) {}
