/** The generated client against a real server. */
@NullMarked
package io.minutebook.client;

import org.jspecify.annotations.NullMarked;
