package io.minutebook.server.simulate;

/**
 * One delivery and what is to come of it.
 *
 * @param key of the Kafka record: the account that the event names as its subject
 * @param value one line of JSON, without a line feed
 */
@SuppressWarnings("ArrayRecordComponent") // Written and forgotten, never compared.
public record Generated(String key, byte[] value, Expectation expectation) {}
