/** Who may do what in the ledger's database, and how it comes to the shape that this program knows. */
@NullMarked
package io.minutebook.server.database;

import org.jspecify.annotations.NullMarked;
