/** Read models built anew beside the live ones, which serve until the new ones have caught up. */
@NullMarked
package io.minutebook.reporting.replay;

import org.jspecify.annotations.NullMarked;
