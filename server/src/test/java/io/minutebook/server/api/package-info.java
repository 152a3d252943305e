/** The HTTP API as its callers see it. */
@NullMarked
package io.minutebook.server.api;

import org.jspecify.annotations.NullMarked;
