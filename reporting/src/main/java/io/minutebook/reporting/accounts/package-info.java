/** Accounts with their funds and vouchers, and the orders they placed. */
@NullMarked
package io.minutebook.reporting.accounts;

import org.jspecify.annotations.NullMarked;
