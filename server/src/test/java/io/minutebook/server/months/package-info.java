/** What a close of a month waits for, with a real database and a real Kafka. */
@NullMarked
package io.minutebook.server.months;

import org.jspecify.annotations.NullMarked;
