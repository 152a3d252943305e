/** How batches of records are sorted, retried and set aside. */
@NullMarked
package io.minutebook.ingest;

import org.jspecify.annotations.NullMarked;
