/** The journal: what each event moved, what draws, days and lapses came to, and the balances that follow. */
@NullMarked
package io.minutebook.reporting.journal;

import org.jspecify.annotations.NullMarked;
