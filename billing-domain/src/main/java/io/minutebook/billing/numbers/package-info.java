/** Rented phone numbers: rent, renewal, expiry and deregistration, a stream for each. */
@NullMarked
package io.minutebook.billing.numbers;

import org.jspecify.annotations.NullMarked;
