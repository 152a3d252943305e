/** Billing months as readers see them. */
@NullMarked
package io.minutebook.reporting.months;

import org.jspecify.annotations.NullMarked;
