/** Who looked at what belongs to others: a record for auditors, beside the ledger and no part of it. */
@NullMarked
package io.minutebook.server.looks;

import org.jspecify.annotations.NullMarked;
