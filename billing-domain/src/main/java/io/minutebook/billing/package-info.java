/** The vocabulary every part of the ledger shares: money, minutes, months, identities and refusals. */
@NullMarked
package io.minutebook.billing;

import org.jspecify.annotations.NullMarked;
