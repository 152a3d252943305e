/**
 * A ledger that checks itself: figures are worked out anew from stored facts, without the code that made
 * them.
 */
@NullMarked
package io.minutebook.server.verify;

import org.jspecify.annotations.NullMarked;
