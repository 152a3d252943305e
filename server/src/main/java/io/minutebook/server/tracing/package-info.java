/** What of one request belongs together: its id in the log, and spans where a collector takes them. */
@NullMarked
package io.minutebook.server.tracing;

import org.jspecify.annotations.NullMarked;
