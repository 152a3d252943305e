package io.minutebook.reporting.replay;

/** A migration gave the live tables other columns while others were built beside them: those are begun again. */
final class ShapeChanged extends RuntimeException {}
