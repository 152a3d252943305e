/** Tests of the check that a ledger makes of itself. */
@NullMarked
package io.minutebook.server.verify;

import org.jspecify.annotations.NullMarked;
