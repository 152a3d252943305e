/** Base backups of the embedded PostgreSQL and recovery from them, to the end of its log or to any instant. */
@NullMarked
package io.minutebook.server.backup;

import org.jspecify.annotations.NullMarked;
