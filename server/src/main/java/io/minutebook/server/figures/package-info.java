/** How the ledger is doing, asked of its database and broker so that nobody ever waits long for the answer. */
@NullMarked
package io.minutebook.server.figures;

import org.jspecify.annotations.NullMarked;
