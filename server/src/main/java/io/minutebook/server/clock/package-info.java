/** The time the business lives by, and what has to happen when its time has come. */
@NullMarked
package io.minutebook.server.clock;

import org.jspecify.annotations.NullMarked;
