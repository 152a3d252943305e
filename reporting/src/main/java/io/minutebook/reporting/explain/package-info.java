/** Why a figure is what it is: from the figure to the events behind it and back, step by step. */
@NullMarked
package io.minutebook.reporting.explain;

import org.jspecify.annotations.NullMarked;
