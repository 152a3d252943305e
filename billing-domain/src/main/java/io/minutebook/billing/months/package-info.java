/** Billing months: which are closed, in order and for good, and what their final files hold. */
@NullMarked
package io.minutebook.billing.months;

import org.jspecify.annotations.NullMarked;
