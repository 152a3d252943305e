package io.minutebook.ingest.record;

import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecognitionMode;
import io.minutebook.billing.usage.RecordId;

/** Reads the fields of a recognition session; its duration is that of the audio, not of the work. */
final class RecognitionReader {

    private RecognitionReader() {}

    static Reading read(RecordId id, Fields data) {
        var part = SessionPart.read(data);
        var mode = data.choice("mode", RecognitionMode.class);
        var feature = data.choice("feature", RecognitionFeature.class);
        var startedAt = data.instant("startedAt");
        var endedAt = data.instant("endedAt");
        long audioMillis = data.wholeNumber("durationMs", 0, Long.MAX_VALUE);
        var recognition = new Recognition(
                id,
                part.accountId(),
                part.applicationId(),
                part.sessionId(),
                part.legId(),
                part.revision(),
                part.supersedes(),
                mode,
                feature,
                startedAt,
                endedAt,
                audioMillis);
        return new Reading(recognition, part.expectedId(), audioMillis, Numbers.NONE);
    }
}
