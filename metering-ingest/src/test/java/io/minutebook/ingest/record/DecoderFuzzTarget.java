package io.minutebook.ingest.record;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Party;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.UsageRecord;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of every delivery there can be: it is decided at once and without an exception, the same way
 * each time, a record that is read counts the minutes its times say, and a refusal says what to do without
 * repeating what was sent. The fuzzer calls {@link #fuzzerTestOneInput} in search of a delivery for which it
 * does not hold.
 */
public final class DecoderFuzzTarget {

    private static final long MOST_NANOS = Duration.ofMillis(100).toNanos();
    private static final int TRIES_IF_SLOW = 3;
    private static final long MOST_MINUTES = 24 * 60;
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_NAME = 512;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private DecoderFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        check(input, Decoding::decode);
    }

    static void check(byte[] input, Function<Delivery, Decoded> decoder) {
        var delivery = FuzzedDelivery.read(input);
        var decoded = decodedAtOnce(delivery, decoder);
        demand(decoded.equals(decoder.apply(delivery)), "decoded differently the second time");
        switch (decoded) {
            case Readable readable -> check(readable);
            case Unreadable refusal -> check(refusal);
        }
    }

    /** In processor time, which a busy machine does not stretch; one that is slow once was unlucky. */
    private static Decoded decodedAtOnce(Delivery delivery, Function<Delivery, Decoded> decoder) {
        for (int tries = 1; ; tries++) {
            long startedNanos = THREADS.getCurrentThreadCpuTime();
            var decoded = decoder.apply(delivery);
            long takenNanos = THREADS.getCurrentThreadCpuTime() - startedNanos;
            if (takenNanos <= MOST_NANOS) return decoded;
            demand(tries < TRIES_IF_SLOW, "decoding took " + takenNanos + " ns");
        }
    }

    private static void check(Readable readable) {
        var record = readable.record();
        demand(AccountId.isValid(record.accountId().value()), "an account that is none");
        demand(record.applicationId() >= 1, "an application that is none");
        demand(!record.id().source().isEmpty() && !record.id().id().isEmpty(), "a record without identity");
        var millisOnly = record.endedAt().truncatedTo(ChronoUnit.MILLIS);
        demand(record.endedAt().equals(millisOnly), "a time finer than a millisecond");

        var usage = MeteredUsage.of(record, readable.meter());
        long millis = chargedMillis(record);
        demand(millis >= 0, "a negative time");
        long started = millis / 60_000 + (millis % 60_000 == 0 ? 0 : 1);
        long minutes = readable.meter().drawsMinutes() ? started : 0;
        demand(usage.billed().value() == minutes, "minutes that are not the started ones");
        demand(minutes <= MOST_MINUTES, "more than a day");
        var endDay = record.endedAt().atZone(BusinessTime.ZONE).toLocalDate().toString();
        demand(endDay.startsWith(usage.month().toString()), "another month than that of its end");
        if (record instanceof CallLeg leg) checkParties(leg, readable.numbers());
        else demand(readable.numbers().equals(Numbers.NONE), "numbers of nobody");
    }

    private static long chargedMillis(UsageRecord record) {
        return switch (record) {
            case CallLeg leg -> leg.answeredAt() == null
                    ? 0
                    : leg.endedAt().toEpochMilli() - leg.answeredAt().toEpochMilli();
            case Recognition recognition -> recognition.audioMillis();
            case BotMessages _ -> 0;
        };
    }

    private static void checkParties(CallLeg leg, Numbers numbers) {
        checkParty(leg.caller(), numbers.caller());
        checkParty(leg.callee(), numbers.callee());
    }

    private static void checkParty(@Nullable Party party, @Nullable String number) {
        demand((party == null) == (number == null), "a party without a number, or a number without a party");
        if (party != null && number != null) {
            demand(party.masked().contains("*"), "a number that is not masked");
            demand(!party.masked().equals(number) || number.contains("*"), "a number that is not masked");
        }
    }

    private static void check(Unreadable refusal) {
        demand(!refusal.detail().isBlank(), "a refusal that says nothing");
        demand(refusal.detail().length() <= LONGEST_DETAIL, "a refusal that repeats what was sent");
        var pointer = refusal.pointer();
        demand(pointer == null || pointer.isEmpty() || pointer.startsWith("/"), "a pointer that is none");
        boolean isShort = isShort(refusal.source()) && isShort(refusal.recordId()) && isShort(refusal.supersedes());
        demand(isShort, "a name too long to look up by");
        var account = refusal.accountId();
        demand(account == null || AccountId.isValid(account), "an account that is none");
    }

    private static boolean isShort(@Nullable String name) {
        return name == null || name.length() <= LONGEST_NAME;
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
