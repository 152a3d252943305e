/** What accounts may buy below the list price, as it was agreed and announced. */
@NullMarked
package io.minutebook.reporting.prices;

import org.jspecify.annotations.NullMarked;
