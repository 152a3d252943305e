package io.minutebook.server.finance;

import io.minutebook.billing.Provenance;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.language.Language;
import io.minutebook.server.api.EventWords;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stored events, each in a sentence, with who caused it and its payload to the byte. */
record EventList(Language language, List<StoredEvent> events) {

    private static final Set<String> BOOKINGS = Set.of("packs.minutes-drawn", "usage.usage-listed");
    private static final JsonMapper JSON = JsonMapper.shared();

    Html html() {
        var words = new Words(language);
        if (events.isEmpty()) return Html.of("<p class=\"faint\">{}</p>", words.of("events.none"));
        return Html.of("<ul class=\"events\">{}</ul>", Html.each(events.stream(), event -> one(words, event)));
    }

    private Html one(Words words, StoredEvent event) {
        var said = EventWords.of(event.type(), event.payload());
        var metadata = JSON.readTree(event.metadata());
        var actor = metadata.path(Provenance.ACTOR).asString("–");
        return Html.of("""
                <li id="event-{}"><p>{}</p>
                <p class="meta"><span>{}</span> <span>{} {}</span> <span class="type">{}</span> <span>{} {}</span>{}</p>
                <details><summary>{}</summary><pre>{}</pre></details></li>
                """,
                event.position(), language == Language.ZH ? said.zh() : said.en(), Words.exactTime(event.recordedAt()),
                words.of("events.position"), event.position(), event.type(), words.of("events.actor"), actor,
                why(words, event, metadata), words.of("events.raw"), event.payload());
    }

    /** What booked a record leads to why it cost what it cost. */
    private Html why(Words words, StoredEvent event, JsonNode metadata) {
        if (!BOOKINGS.contains(event.type())) return Html.NOTHING;
        var record = metadata.path(Provenance.RECORD).asString("");
        var source = metadata.path(Provenance.SOURCE).asString("");
        return record.isEmpty()
                ? Html.NOTHING
                : Html.of(
                        " <a href=\"{}\">{}</a>",
                        Why.usage(language, record, source).address(), words.of("why.title"));
    }
}
