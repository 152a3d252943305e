package io.minutebook.ingest.record;

import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Ownership;
import io.minutebook.billing.usage.Party;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.ServiceNumberType;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a call leg; people's numbers enter neither the record nor its canonical form. */
final class CallLegReader {

    private static final int MIN_SERVICE_NUMBER_LENGTH = 3;
    private static final int MAX_SERVICE_NUMBER_LENGTH = 32;

    private final NumberPrivacy privacy;

    CallLegReader(NumberPrivacy privacy) {
        this.privacy = privacy;
    }

    Reading read(RecordId id, Fields data) {
        var part = SessionPart.read(data);
        var legType = data.choice("legType", LegType.class);
        var network = data.choice("network", Network.class);
        var direction = data.choice("direction", Direction.class);
        var mediaType = data.choice("mediaType", MediaType.class, MediaType.AUDIO);
        if (network == Network.PSTN) demandServiceNumber(data);
        var serviceNumber =
                data.optionalText("serviceNumber", MIN_SERVICE_NUMBER_LENGTH, MAX_SERVICE_NUMBER_LENGTH);
        var serviceNumberType = data.optionalChoice("serviceNumberType", ServiceNumberType.class);
        var ownership = data.optionalChoice("serviceNumberOwnership", Ownership.class);
        var caller = number(data, "caller");
        var callerParty = party(data, "caller", caller);
        var callee = number(data, "callee");
        var calleeParty = party(data, "callee", callee);
        var calleeArea = data.optionalText("calleeArea");
        var startedAt = data.instant("startedAt");
        var answeredAt = data.optionalInstant("answeredAt");
        var endedAt = data.instant("endedAt");
        long durationMillis = data.wholeNumber("durationMs", 0, Long.MAX_VALUE);
        var disposition = data.choice("disposition", Disposition.class);
        var endStatus = data.optionalInteger("endStatus");
        var agentId = data.optionalText("agentId");

        var leg = new CallLeg(
                id,
                part.accountId(),
                part.applicationId(),
                part.sessionId(),
                part.legId(),
                part.revision(),
                part.supersedes(),
                legType,
                network,
                direction,
                mediaType,
                serviceNumber,
                serviceNumberType,
                ownership,
                callerParty,
                calleeParty,
                calleeArea,
                startedAt,
                answeredAt,
                endedAt,
                disposition,
                endStatus,
                agentId);
        checkFieldsFitTogether(leg, data);
        return new Reading(leg, part.expectedId(), durationMillis, new Numbers(caller, callee));
    }

    private static void demandServiceNumber(Fields data) {
        data.demand("serviceNumber", "the platform number of a leg on PSTN");
        data.demand("serviceNumberType", "the type of the platform number of a leg on PSTN");
        data.demand("serviceNumberOwnership", "the ownership of the platform number of a leg on PSTN");
    }

    /** An empty number is nobody's. */
    private static @Nullable String number(Fields data, String name) {
        var number = data.unnotedText(name);
        return number == null || number.isEmpty() ? null : number;
    }

    /** The form has the token: a fingerprint of the number would give it away to whoever tries them all. */
    private @Nullable Party party(Fields data, String name, @Nullable String number) {
        if (number == null) return null;
        var party = privacy.partyOf(number);
        data.note(name, party.token());
        return party;
    }

    private static void checkFieldsFitTogether(CallLeg leg, Fields data) {
        if (leg.answeredAt() != null && leg.disposition() != Disposition.ANSWERED) {
            throw data.malformed("answeredAt", "the leg was not ANSWERED: send no answeredAt with it");
        }
        boolean outward = leg.legType() == LegType.AGENT_MOBILE || leg.legType() == LegType.EXTERNAL_TRANSFER;
        if (outward && leg.network() == Network.PSTN && leg.direction() != Direction.OUTBOUND) {
            throw data.malformed("direction", leg.legType() + " on PSTN is always OUTBOUND: send that");
        }
    }
}
