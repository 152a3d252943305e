/** How the log is written. */
@NullMarked
package io.minutebook.server.log;

import org.jspecify.annotations.NullMarked;
