/** The journal: every event that moves value as balanced double-entry postings, worked out by pure functions. */
@NullMarked
package io.minutebook.billing.ledger;

import org.jspecify.annotations.NullMarked;
