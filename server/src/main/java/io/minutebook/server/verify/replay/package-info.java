/** Read models built anew from the first event and compared with the live ones, row for row. */
@NullMarked
package io.minutebook.server.verify.replay;

import org.jspecify.annotations.NullMarked;
