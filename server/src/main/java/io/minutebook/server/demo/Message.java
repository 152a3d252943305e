package io.minutebook.server.demo;

/** What goes to Kafka: the account as the key, and the record. */
record Message(String key, String value) {

    /** As much of it as there was when the producer broke off. */
    Message half() {
        return new Message(key, value.substring(0, value.length() / 2));
    }
}
