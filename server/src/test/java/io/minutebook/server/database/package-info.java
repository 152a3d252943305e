/** The ledger's database: its roles, what each may do there, and how an older one is taken over. */
@NullMarked
package io.minutebook.server.database;

import org.jspecify.annotations.NullMarked;
