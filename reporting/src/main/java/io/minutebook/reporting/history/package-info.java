/** What the ledger knew at earlier positions: the read models of one account, built anew from its events. */
@NullMarked
package io.minutebook.reporting.history;

import org.jspecify.annotations.NullMarked;
