/** The demo's calls. */
@NullMarked
package io.minutebook.server.demo;

import org.jspecify.annotations.NullMarked;
