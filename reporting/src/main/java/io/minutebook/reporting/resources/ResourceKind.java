package io.minutebook.reporting.resources;

/** Whose business a resource is: who is told that time has passed. */
public enum ResourceKind {
    CHAT,
    NUMBER,
    SEATS
}
