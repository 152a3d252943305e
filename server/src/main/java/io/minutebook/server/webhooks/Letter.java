package io.minutebook.server.webhooks;

/**
 * What is to be sent.
 *
 * @param id the same at every attempt, so that a receiver can tell what it has
 * @param body JSON
 */
record Letter(String id, String url, String body, Secret secret) {}
