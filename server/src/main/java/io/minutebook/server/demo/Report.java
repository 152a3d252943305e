package io.minutebook.server.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A usage record as the platform writes it: a structured CloudEvent about something that has closed. */
record Report(Customer customer, String type, String name, Instant closedAt, Map<String, Object> details) {

    private static final JsonMapper json = JsonMapper.shared();
    private static final String SOURCE = "/cdr/demo";

    String id() {
        return customer.applicationId() + ":" + name;
    }

    String value() {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id());
        event.put("source", SOURCE);
        event.put("type", type);
        event.put("subject", customer.id());
        event.put("time", Rfc3339.text(closedAt));
        event.put("datacontenttype", "application/json");
        event.put("data", data());
        return json.writeValueAsString(event);
    }

    private Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("accountId", customer.id());
        data.put("applicationId", customer.applicationId());
        data.putAll(details);
        return data;
    }

    Message message() {
        return new Message(customer.id(), value());
    }

    /** The same record with another content. */
    Report with(String field, Object content) {
        var changed = new LinkedHashMap<>(details);
        changed.put(field, content);
        return new Report(customer, type, name, closedAt, changed);
    }

    Report without(String field) {
        var changed = new LinkedHashMap<>(details);
        changed.remove(field);
        return new Report(customer, type, name, closedAt, changed);
    }

    /** The first correction of this record, to be given its mended content. */
    Report correction() {
        var changed = with("revision", 1).with("supersedes", id());
        return new Report(customer, type, name + ":r1", closedAt, changed.details);
    }
}
