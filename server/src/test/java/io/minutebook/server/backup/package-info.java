/** Backups taken and recovered for real, under load and after harm. */
@NullMarked
package io.minutebook.server.backup;

import org.jspecify.annotations.NullMarked;
