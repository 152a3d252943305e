/** The event store on PostgreSQL: how events are written down, in which order, and in which transaction. */
@NullMarked
package io.minutebook.server.store;

import org.jspecify.annotations.NullMarked;
