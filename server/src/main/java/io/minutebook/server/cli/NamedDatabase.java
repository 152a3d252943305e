package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that is not ours.
 *
 * @param url JDBC address for servers
 * @param ownerUrl JDBC address for its owner, who migrates it; null where the server itself may, or another did
 */
record NamedDatabase(String url, @Nullable String ownerUrl) {

    /** Null where none is named. */
    static @Nullable NamedDatabase of(@Nullable String url, @Nullable String ownerUrl) {
        if (url != null) return new NamedDatabase(url, ownerUrl);
        if (ownerUrl == null) return null;
        throw new CannotStart("--database-owner-url without --database-url: name the database for the server too");
    }
}
