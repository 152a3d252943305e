/** What is due, and in which order. */
@NullMarked
package io.minutebook.server.clock;

import org.jspecify.annotations.NullMarked;
