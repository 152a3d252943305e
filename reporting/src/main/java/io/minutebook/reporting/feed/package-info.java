/** How events are read: in the order of their index, up to the settled index, and no further. */
@NullMarked
package io.minutebook.reporting.feed;

import org.jspecify.annotations.NullMarked;
