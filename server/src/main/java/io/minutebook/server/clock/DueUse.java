package io.minutebook.server.clock;

import io.minutebook.billing.entitlements.EntitlementCode;
import io.minutebook.billing.entitlements.RestrictedUse;
import io.minutebook.billing.usage.RecordId;

/** A use to be judged, as something that is due at its end; neither a code nor the source of a record has a blank. */
final class DueUse {

    private static final String BLANK = " ";
    private static final int PARTS = 4;

    private DueUse() {}

    static Due due(RestrictedUse use) {
        var application = Long.toString(use.applicationId());
        var subject = String.join(BLANK, application, use.code().value(), use.record().source(), use.record().id());
        return new Due(use.endedAt(), Due.Kind.USE, use.accountId(), subject);
    }

    static RestrictedUse of(Due due) {
        var parts = due.subject().split(BLANK, PARTS);
        return new RestrictedUse(
                due.accountId(),
                Long.parseLong(parts[0]),
                new EntitlementCode(parts[1]),
                new RecordId(parts[2], parts[3]),
                due.at());
    }
}
