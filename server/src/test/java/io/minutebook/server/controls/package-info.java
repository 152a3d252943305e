/** Negative controls: with a remedy taken out, its test fails. */
@NullMarked
package io.minutebook.server.controls;

import org.jspecify.annotations.NullMarked;
