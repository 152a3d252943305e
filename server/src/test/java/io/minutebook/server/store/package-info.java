@NullMarked
package io.minutebook.server.store;

import org.jspecify.annotations.NullMarked;
