package io.minutebook.reporting.explain;

/** One sentence for people who read bills, in English and in Chinese. */
public record Words(String en, String zh) {}
