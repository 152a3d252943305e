/**
 * Every answer that is not a success: one shape (RFC 9457), a code for programs and a detail that says what
 * to do.
 */
@NullMarked
package io.minutebook.server.problem;

import org.jspecify.annotations.NullMarked;
