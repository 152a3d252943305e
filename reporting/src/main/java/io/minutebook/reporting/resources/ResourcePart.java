package io.minutebook.reporting.resources;

/** What a resource is among its kind; only the ends of plans and numbers are announced. */
public enum ResourcePart {
    PLAN,
    /** Ends with its plan, which speaks for it. */
    ADD_ON,
    NUMBER,
    /** Of minutes or of bot messages. */
    PACK,
    TRIAL
}
