/** What a usage record may look like, and what becomes of each that does not. */
@NullMarked
package io.minutebook.ingest.record;

import org.jspecify.annotations.NullMarked;
