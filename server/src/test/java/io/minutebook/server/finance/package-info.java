@NullMarked
package io.minutebook.server.finance;

import org.jspecify.annotations.NullMarked;
