/** Bills: what an account was charged in a month, line by line. */
@NullMarked
package io.minutebook.reporting.bills;

import org.jspecify.annotations.NullMarked;
