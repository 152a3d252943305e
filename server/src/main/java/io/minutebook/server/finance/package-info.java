/** The page for finance: accounts, months, usage and bills, written by the server without scripts. */
@NullMarked
package io.minutebook.server.finance;

import org.jspecify.annotations.NullMarked;
