package io.minutebook.server.verify;

/**
 * Looks at all events in the order of positions; keeps no more than the state that the next event is judged
 * by.
 */
interface EventCheck {

    void look(Fact fact);

    /** After the last event. */
    default void end() {}
}
