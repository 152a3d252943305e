/**
 * Changes asked for over HTTP: carried out once however often they are sent, and again when a race was lost.
 */
@NullMarked
package io.minutebook.server.idempotency;

import org.jspecify.annotations.NullMarked;
