package io.minutebook.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderFuzzTargetTest {

    private static final byte[] CALL = FuzzedDelivery.write(CallLegJson.answered().structured());
    private static final Readable READ = Decoding.readable(CallLegJson.answered());

    @ParameterizedTest
    @MethodSource
    void aDeliveryIsTheSameAfterItWasWrittenForTheFuzzer(Delivery delivery) {
        var read = FuzzedDelivery.read(FuzzedDelivery.write(delivery));

        assertThat(read).usingRecursiveComparison().isEqualTo(delivery);
    }

    static Stream<Delivery> aDeliveryIsTheSameAfterItWasWrittenForTheFuzzer() {
        var empty = new Delivery("usage-records", 3, 42, null, null, List.of(), CallLegJson.NOW);
        var bare = List.of(new Header("ce_id", null));
        var odd = new Delivery("usage-records", 3, 42, new byte[] {1}, new byte[0], bare, CallLegJson.NOW);
        return Stream.of(CallLegJson.complete().structured(), CallLegJson.complete().binary(), empty, odd);
    }

    @Test
    void aSoundRecordHolds() {
        DecoderFuzzTarget.fuzzerTestOneInput(CALL);
    }

    /** Found by the fuzzer: the mask of what the platform has masked is the same text. */
    @Test
    void aNumberThatCameMaskedMayStayAsItIs() {
        var masked = CallLegJson.answered().text("callee", "+86138****8000").structured();

        DecoderFuzzTarget.fuzzerTestOneInput(FuzzedDelivery.write(masked));
    }

    @Test
    void aDecoderThatThrowsIsFound() {
        assertThatThrownBy(() -> DecoderFuzzTarget.check(CALL, _ -> {
                    throw new ArithmeticException("overflow");
                }))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aDecoderThatNeverDecidesTheSameTwiceIsFound() {
        assertThatThrownBy(() -> DecoderFuzzTarget.check(CALL, _ -> new Readable(
                        READ.record(), READ.meter(), READ.identity(), UUID.randomUUID(), READ.numbers())))
                .isInstanceOf(AssertionError.class)
                .hasMessage("decoded differently the second time");
    }

    @Test
    void aRecordThatLosesANumberIsFound() {
        assertThatThrownBy(() -> DecoderFuzzTarget.check(CALL, _ -> new Readable(
                        READ.record(), READ.meter(), READ.identity(), READ.content(), Numbers.NONE)))
                .hasMessageStartingWith("a party without a number");
    }

    @Test
    void aRefusalThatQuotesTheRecordIsFound() {
        var quoting = new Unreadable(RecordRefusal.MALFORMED, "x".repeat(1_000), "", null, null, null, null);

        assertThatThrownBy(() -> DecoderFuzzTarget.check(CALL, _ -> quoting))
                .hasMessage("a refusal that repeats what was sent");
    }

    @Test
    void aDecoderThatIsSlowEachTimeIsFound() {
        var threads = ManagementFactory.getThreadMXBean();
        assertThatThrownBy(() -> DecoderFuzzTarget.check(CALL, delivery -> {
                    long endNanos = threads.getCurrentThreadCpuTime() + 150_000_000;
                    while (threads.getCurrentThreadCpuTime() < endNanos) Thread.onSpinWait();
                    return Decoding.decode(delivery);
                }))
                .hasMessageStartingWith("decoding took");
    }
}
