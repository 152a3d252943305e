package io.minutebook.server.store;

import io.minutebook.billing.AccountId;
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
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Call legs, of which most of the ledger consists, written and read field by field instead of by reflection: the same
 * text, to the byte.
 */
final class CallLegJson {

    private CallLegJson() {}

    static SimpleModule module() {
        return new SimpleModule("call-legs")
                .addSerializer(CallLeg.class, new Writer())
                .addDeserializer(CallLeg.class, new Reader());
    }

    private static final class Writer extends StdSerializer<CallLeg> {

        Writer() {
            super(CallLeg.class);
        }

        @Override
        public void serializeWithType(
                CallLeg leg, JsonGenerator out, SerializationContext context, TypeSerializer types) {
            WritableTypeId type = types.typeId(leg, JsonToken.START_OBJECT);
            types.writeTypePrefix(out, context, type);
            writeFields(leg, out);
            types.writeTypeSuffix(out, context, type);
        }

        @Override
        public void serialize(CallLeg leg, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            writeFields(leg, out);
            out.writeEndObject();
        }

        private static void writeFields(CallLeg leg, JsonGenerator out) {
            out.writeObjectPropertyStart("id");
            out.writeStringProperty("source", leg.id().source());
            out.writeStringProperty("id", leg.id().id());
            out.writeEndObject();
            out.writeStringProperty("accountId", leg.accountId().value());
            out.writeNumberProperty("applicationId", leg.applicationId());
            out.writeStringProperty("sessionId", leg.sessionId());
            out.writeStringProperty("legId", leg.legId());
            out.writeNumberProperty("revision", leg.revision());
            text(out, "supersedes", leg.supersedes());
            choice(out, "legType", leg.legType());
            choice(out, "network", leg.network());
            choice(out, "direction", leg.direction());
            choice(out, "mediaType", leg.mediaType());
            text(out, "serviceNumber", leg.serviceNumber());
            choice(out, "serviceNumberType", leg.serviceNumberType());
            choice(out, "serviceNumberOwnership", leg.serviceNumberOwnership());
            party(out, "caller", leg.caller());
            party(out, "callee", leg.callee());
            text(out, "calleeArea", leg.calleeArea());
            instant(out, "startedAt", leg.startedAt());
            instant(out, "answeredAt", leg.answeredAt());
            instant(out, "endedAt", leg.endedAt());
            choice(out, "disposition", leg.disposition());
            if (leg.endStatus() != null) out.writeNumberProperty("endStatus", leg.endStatus());
            text(out, "agentId", leg.agentId());
        }

        private static void text(JsonGenerator out, String name, @Nullable String value) {
            if (value != null) out.writeStringProperty(name, value);
        }

        private static void choice(JsonGenerator out, String name, @Nullable Enum<?> value) {
            if (value != null) out.writeStringProperty(name, value.name());
        }

        private static void instant(JsonGenerator out, String name, @Nullable Instant value) {
            if (value != null) out.writeStringProperty(name, InstantText.write(value));
        }

        private static void party(JsonGenerator out, String name, @Nullable Party party) {
            if (party == null) return;
            out.writeObjectPropertyStart(name);
            out.writeStringProperty("masked", party.masked());
            out.writeStringProperty("token", party.token());
            out.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<CallLeg> {

        Reader() {
            super(CallLeg.class);
        }

        @Override
        public CallLeg deserialize(JsonParser in, DeserializationContext context) {
            var leg = new Fields();
            if (in.currentToken() == JsonToken.START_OBJECT) in.nextToken();
            for (; in.currentToken() == JsonToken.PROPERTY_NAME; in.nextToken()) {
                var name = in.currentName();
                in.nextToken();
                if (in.currentToken() == JsonToken.VALUE_NULL) continue; // as good as absent
                if (!leg.take(name, in)) context.handleUnknownProperty(in, this, CallLeg.class, name);
            }
            return leg.callLeg();
        }
    }

    /** What has been read of a call leg so far. */
    private static final class Fields {
        private @Nullable RecordId id;
        private @Nullable AccountId accountId;
        private @Nullable Long applicationId;
        private @Nullable String sessionId;
        private @Nullable String legId;
        private @Nullable Integer revision;
        private @Nullable String supersedes;
        private @Nullable LegType legType;
        private @Nullable Network network;
        private @Nullable Direction direction;
        private @Nullable MediaType mediaType;
        private @Nullable String serviceNumber;
        private @Nullable ServiceNumberType serviceNumberType;
        private @Nullable Ownership serviceNumberOwnership;
        private @Nullable Party caller;
        private @Nullable Party callee;
        private @Nullable String calleeArea;
        private @Nullable Instant startedAt;
        private @Nullable Instant answeredAt;
        private @Nullable Instant endedAt;
        private @Nullable Disposition disposition;
        private @Nullable Integer endStatus;
        private @Nullable String agentId;

        /** Answers whether a call leg has such a field. */
        boolean take(String name, JsonParser in) {
            switch (name) {
                case "id" -> id = pair(in, "source", "id", RecordId::new);
                case "accountId" -> accountId = new AccountId(in.getString());
                case "applicationId" -> applicationId = in.getLongValue();
                case "sessionId" -> sessionId = in.getString();
                case "legId" -> legId = in.getString();
                case "revision" -> revision = in.getIntValue();
                case "supersedes" -> supersedes = in.getString();
                case "legType" -> legType = LegType.valueOf(in.getString());
                case "network" -> network = Network.valueOf(in.getString());
                case "direction" -> direction = Direction.valueOf(in.getString());
                case "mediaType" -> mediaType = MediaType.valueOf(in.getString());
                case "serviceNumber" -> serviceNumber = in.getString();
                case "serviceNumberType" -> serviceNumberType = ServiceNumberType.valueOf(in.getString());
                case "serviceNumberOwnership" -> serviceNumberOwnership = Ownership.valueOf(in.getString());
                case "caller" -> caller = pair(in, "masked", "token", Party::new);
                case "callee" -> callee = pair(in, "masked", "token", Party::new);
                case "calleeArea" -> calleeArea = in.getString();
                case "startedAt" -> startedAt = InstantText.read(in.getString());
                case "answeredAt" -> answeredAt = InstantText.read(in.getString());
                case "endedAt" -> endedAt = InstantText.read(in.getString());
                case "disposition" -> disposition = Disposition.valueOf(in.getString());
                case "endStatus" -> endStatus = in.getIntValue();
                case "agentId" -> agentId = in.getString();
                default -> {
                    return false;
                }
            }
            return true;
        }

        CallLeg callLeg() {
            return new CallLeg(
                    Objects.requireNonNull(id, "id"),
                    Objects.requireNonNull(accountId, "accountId"),
                    Objects.requireNonNull(applicationId, "applicationId"),
                    Objects.requireNonNull(sessionId, "sessionId"),
                    Objects.requireNonNull(legId, "legId"),
                    Objects.requireNonNull(revision, "revision"),
                    supersedes,
                    Objects.requireNonNull(legType, "legType"),
                    Objects.requireNonNull(network, "network"),
                    Objects.requireNonNull(direction, "direction"),
                    Objects.requireNonNull(mediaType, "mediaType"),
                    serviceNumber,
                    serviceNumberType,
                    serviceNumberOwnership,
                    caller,
                    callee,
                    calleeArea,
                    Objects.requireNonNull(startedAt, "startedAt"),
                    answeredAt,
                    Objects.requireNonNull(endedAt, "endedAt"),
                    Objects.requireNonNull(disposition, "disposition"),
                    endStatus,
                    agentId);
        }

        private interface Two<T> {
            T of(String first, String second);
        }

        /** An object of two texts. */
        private static <T> T pair(JsonParser in, String firstName, String secondName, Two<T> two) {
            String first = null;
            String second = null;
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = in.currentName();
                in.nextToken();
                if (name.equals(firstName)) first = in.getString();
                else if (name.equals(secondName)) second = in.getString();
                else throw new IllegalStateException("an unknown field stands beside " + firstName + ": " + name);
            }
            return two.of(
                    Objects.requireNonNull(first, firstName), Objects.requireNonNull(second, secondName));
        }
    }
}
