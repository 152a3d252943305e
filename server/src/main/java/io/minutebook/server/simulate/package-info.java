/**
 * Seeded, realistic usage records of a month, the figures a ledger must come to with them, and the accounts
 * to book them on.
 */
@NullMarked
package io.minutebook.server.simulate;

import org.jspecify.annotations.NullMarked;
