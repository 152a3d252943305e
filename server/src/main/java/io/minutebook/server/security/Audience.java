package io.minutebook.server.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may make a request; the operator may make every one. */
enum Audience {
    /** Also who has no key. */
    EVERYBODY,
    /** Whoever has a key, as nothing changes and nothing of others is shown. */
    EVERY_KEY,
    /** Finance and auditors, and platforms for the accounts their keys name. */
    READERS_AND_PLATFORM_OF_THE_ACCOUNT,
    /** Finance and auditors. */
    READERS,
    /** Nobody else. */
    OPERATOR;

    private static final Set<KeyRole> READING = Set.of(KeyRole.FINANCE, KeyRole.AUDITOR);

    /**
     * Whether it includes the holder of a key.
     *
     * @param key null for who has none
     * @param account the one in the request's path, unread; null where it has none
     */
    boolean includes(@Nullable ApiKey key, @Nullable String account) {
        if (this == EVERYBODY) return true;
        if (key == null) return false;
        if (key.role() == KeyRole.OPERATOR) return true;
        return switch (this) {
            case EVERYBODY, EVERY_KEY -> true;
            case READERS_AND_PLATFORM_OF_THE_ACCOUNT -> READING.contains(key.role()) || key.isBoundTo(account);
            case READERS -> READING.contains(key.role());
            case OPERATOR -> false;
        };
    }
}
