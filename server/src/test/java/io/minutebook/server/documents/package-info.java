/** The documents, read as a stranger reads them: every command is typed in, and what is promised must be there. */
@NullMarked
package io.minutebook.server.documents;

import org.jspecify.annotations.NullMarked;
