/** A delivery from Kafka becomes a readable usage record or a refusal with its reason; all of it is pure. */
@NullMarked
package io.minutebook.ingest.record;

import org.jspecify.annotations.NullMarked;
