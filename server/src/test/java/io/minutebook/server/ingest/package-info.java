/** Ingest on a real database and a real broker: nothing lost, nothing counted twice. */
@NullMarked
package io.minutebook.server.ingest;

import org.jspecify.annotations.NullMarked;
