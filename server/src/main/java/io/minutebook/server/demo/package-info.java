/** A month in the life of three customers, played through the public interfaces as an outside user would. */
@NullMarked
package io.minutebook.server.demo;

import org.jspecify.annotations.NullMarked;
