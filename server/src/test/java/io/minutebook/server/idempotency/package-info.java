/** Changes that lost a race or are sent again. */
@NullMarked
package io.minutebook.server.idempotency;

import org.jspecify.annotations.NullMarked;
