/** Live read models of some accounts compared with what their events say, while the ledger runs. */
@NullMarked
package io.minutebook.reporting.comparison;

import org.jspecify.annotations.NullMarked;
