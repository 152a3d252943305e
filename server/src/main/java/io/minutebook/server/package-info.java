/** The runnable ledger: what is wired to what, and with which settings. */
@NullMarked
package io.minutebook.server;

import org.jspecify.annotations.NullMarked;
