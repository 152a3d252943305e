@NullMarked
package io.minutebook.server.tracing;

import org.jspecify.annotations.NullMarked;
