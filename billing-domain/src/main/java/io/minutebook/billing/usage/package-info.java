/** What was used: records of usage, the meter they belong to and the minutes they count. */
@NullMarked
package io.minutebook.billing.usage;

import org.jspecify.annotations.NullMarked;
