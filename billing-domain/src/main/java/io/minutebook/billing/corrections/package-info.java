/** What people correct by hand: money of goodwill and minutes, larger ones by two of them. */
@NullMarked
package io.minutebook.billing.corrections;

import org.jspecify.annotations.NullMarked;
