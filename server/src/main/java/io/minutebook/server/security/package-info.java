/** Who may ask for what: API keys, of which only hashes are kept, and the roles they carry. */
@NullMarked
package io.minutebook.server.security;

import org.jspecify.annotations.NullMarked;
