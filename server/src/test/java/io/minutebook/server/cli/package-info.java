/** The command line, whole processes of it included. */
@NullMarked
package io.minutebook.server.cli;

import org.jspecify.annotations.NullMarked;
