package io.minutebook.server.security;

/** A key that was just made; its secret is shown this once and kept by nobody. */
public record NewKey(String id, String secret) {

    @Override
    public String toString() {
        return id;
    }
}
