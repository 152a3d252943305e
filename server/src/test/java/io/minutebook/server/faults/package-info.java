/** A real deployment to which faults are done while it works, and which must come to the figures of one left in peace. */
@NullMarked
package io.minutebook.server.faults;

import org.jspecify.annotations.NullMarked;
