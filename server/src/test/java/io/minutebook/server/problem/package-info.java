@NullMarked
package io.minutebook.server.problem;

import org.jspecify.annotations.NullMarked;
