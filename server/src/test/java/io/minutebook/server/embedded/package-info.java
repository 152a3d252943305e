/** PostgreSQL and Kafka of our own, started and stopped for real. */
@NullMarked
package io.minutebook.server.embedded;

import org.jspecify.annotations.NullMarked;
