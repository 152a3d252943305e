/** Rows written in bulk, as ledger, ingest and read models all do it. */
@NullMarked
package io.minutebook.postgres;

import org.jspecify.annotations.NullMarked;
