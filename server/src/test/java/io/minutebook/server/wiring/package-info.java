@NullMarked
package io.minutebook.server.wiring;

import org.jspecify.annotations.NullMarked;
