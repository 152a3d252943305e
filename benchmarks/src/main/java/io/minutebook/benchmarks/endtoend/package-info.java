/** The whole way of a record, from Kafka to the rows that people read, beside what PostgreSQL can do at most. */
@NullMarked
package io.minutebook.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
