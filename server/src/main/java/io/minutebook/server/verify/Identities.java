package io.minutebook.server.verify;

/**
 * How the identity of a record is worked out in SQL: the first 128 bits of SHA-256 over source, a zero byte
 * and id.
 */
final class Identities {

    private Identities() {}

    static String of(String source, String id) {
        return """
                encode(substring(sha256(convert_to(%s, 'UTF8') || '\\x00'::bytea || convert_to(%s, 'UTF8'))
                                 for 16), 'hex')::uuid"""
                .formatted(source, id);
    }
}
