/** Keys and where they are kept. */
@NullMarked
package io.minutebook.server.security;

import org.jspecify.annotations.NullMarked;
