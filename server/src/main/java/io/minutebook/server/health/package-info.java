/** Whether this process lives, and whether it can do its work. */
@NullMarked
package io.minutebook.server.health;

import org.jspecify.annotations.NullMarked;
