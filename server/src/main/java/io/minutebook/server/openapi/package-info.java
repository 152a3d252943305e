/**
 * The description of the API at {@code /api/openapi.json}: what callers may send, and what they are answered, each
 * answer with an example that a server really gave.
 */
@NullMarked
package io.minutebook.server.openapi;

import org.jspecify.annotations.NullMarked;
