/**
 * PostgreSQL and Kafka of our own, for a ledger on one machine: they start, survive a crash and stop with it.
 */
@NullMarked
package io.minutebook.server.embedded;

import org.jspecify.annotations.NullMarked;
