/** How read models are kept: rows and place in the ledger commit together, and may be rebuilt at any time. */
@NullMarked
package io.minutebook.reporting.projections;

import org.jspecify.annotations.NullMarked;
