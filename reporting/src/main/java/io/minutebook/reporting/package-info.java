/** Read models of the ledger and the questions finance and auditors ask; all of it may be rebuilt from events. */
@NullMarked
package io.minutebook.reporting;

import org.jspecify.annotations.NullMarked;
