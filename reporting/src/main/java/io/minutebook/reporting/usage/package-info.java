/** The usage detail: one row per record, as finance downloads it. */
@NullMarked
package io.minutebook.reporting.usage;

import org.jspecify.annotations.NullMarked;
