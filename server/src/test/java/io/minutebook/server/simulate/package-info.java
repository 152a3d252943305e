@NullMarked
package io.minutebook.server.simulate;

import org.jspecify.annotations.NullMarked;
