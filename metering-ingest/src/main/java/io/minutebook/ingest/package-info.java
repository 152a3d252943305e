/** Usage records from Kafka become draw commands, each record exactly once. */
@NullMarked
package io.minutebook.ingest;

import org.jspecify.annotations.NullMarked;
