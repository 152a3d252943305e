/** Which part is given which: the ledger put together for the roles of this process. */
@NullMarked
package io.minutebook.server.wiring;

import org.jspecify.annotations.NullMarked;
