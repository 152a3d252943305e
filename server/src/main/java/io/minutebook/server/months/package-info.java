/** Closing the months: when it is due, what it waits for, and that it is finished whatever happens. */
@NullMarked
package io.minutebook.server.months;

import org.jspecify.annotations.NullMarked;
