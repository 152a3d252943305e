package io.minutebook.ingest.record;

import io.minutebook.billing.AccountId;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a call leg and a recognition have in common: they are a part of one session of one application. */
record SessionPart(
        AccountId accountId,
        long applicationId,
        String sessionId,
        String legId,
        int revision,
        @Nullable String supersedes) {

    private static final Predicate<String> LEG_ID =
            Pattern.compile("[A-Za-z0-9._-]{1,32}").asMatchPredicate();
    private static final int MAX_SESSION_ID_LENGTH = 64;

    static SessionPart read(Fields data) {
        var accountId = accountId(data);
        long applicationId = applicationId(data);
        var sessionId = data.text("sessionId", 1, MAX_SESSION_ID_LENGTH);
        var legId = data.text("legId", LEG_ID, "1 to 32 letters, digits, dots, hyphens or underscores");
        int revision = (int) data.wholeNumber("revision", 0, Integer.MAX_VALUE, 0);
        var supersedes = supersedes(data, revision);
        var part = new SessionPart(accountId, applicationId, sessionId, legId, revision, supersedes);
        if (part.expectedId().equals(supersedes)) {
            throw data.malformed("supersedes", "the record supersedes itself: send the id of the one it corrects");
        }
        return part;
    }

    /** A correction without its number would be counted beside the record it was to replace. */
    private static @Nullable String supersedes(Fields data, int revision) {
        if (revision > 0) return data.text("supersedes");
        var superseded = data.unnotedText("supersedes");
        if (superseded == null || superseded.isEmpty()) return null;
        throw data.malformed("revision", "the record supersedes another: send a revision of 1 or more");
    }

    static AccountId accountId(Fields data) {
        return new AccountId(data.text("accountId", AccountId::isValid, "1 to 20 digits"));
    }

    static long applicationId(Fields data) {
        return data.wholeNumber("applicationId", 1, Long.MAX_VALUE);
    }

    String expectedId() {
        var id = applicationId + ":" + sessionId + ":" + legId;
        return revision == 0 ? id : id + ":r" + revision;
    }
}
