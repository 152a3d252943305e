/** How the ledger is read, on a real PostgreSQL: nothing missed, nothing out of order, read models equal to replay. */
@NullMarked
package io.minutebook.server.reporting;

import org.jspecify.annotations.NullMarked;
