/** Seat plans, extra seats and SIP phones that end with their plan, and trials, of one account. */
@NullMarked
package io.minutebook.billing.seats;

import org.jspecify.annotations.NullMarked;
