/**
 * The commands of the launcher: each long one shows progress, each error is one line that says what to do.
 */
@NullMarked
package io.minutebook.server.cli;

import org.jspecify.annotations.NullMarked;
