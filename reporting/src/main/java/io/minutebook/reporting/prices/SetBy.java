package io.minutebook.reporting.prices;

import org.jspecify.annotations.Nullable;

/**
 * Something as it was set, and who set it.
 *
 * @param actor the id of a key
 */
public record SetBy<T>(T what, @Nullable String actor) {}
