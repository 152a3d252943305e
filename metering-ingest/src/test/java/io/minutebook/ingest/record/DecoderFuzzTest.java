package io.minutebook.ingest.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderFuzzTest {

    private static final int INPUTS = 50_000;
    private static final List<Delivery> SOUND = List.of(
            CallLegJson.complete().structured(),
            CallLegJson.complete().binary(),
            CallLegJson.unanswered().structured(),
            CallLegJson.recognition().structured(),
            CallLegJson.botMessages().binary());
    private static final List<String> SPLINTERS = List.of(
            "null", "\\u0000", "\\ud800", "1e999999999", "{", "}", "[", "]", "\"", ",", "-", "\"data\":",
            "é", "\u0000", "9999999999999999999", "2025-02-30T25:61:61+99:99", ":r1");

    @Test
    void whateverIsDeliveredIsReadableOrRefusedWithAReason() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        int readable = 0;
        for (int i = 0; i < INPUTS; i++) {
            var delivery = mutated(SOUND.get(random.nextInt(SOUND.size())), random);
            switch (Decoding.decode(delivery)) {
                case Readable _ -> readable++;
                case Unreadable refused -> assertThat(refused.detail()).as("seed %d", seed).isNotBlank();
            }
        }
        assertThat(readable).as("mutants that are still records, seed %d", seed).isBetween(1, INPUTS - 1);
    }

    private static Delivery mutated(Delivery sound, Random random) {
        byte[] value = sound.value() == null ? new byte[0] : sound.value();
        for (int times = random.nextInt(1, 4); times > 0; times--) value = mutated(value, random);
        var headers = headers(sound, random);
        return new Delivery(sound.topic(), 0, 0, sound.key(), value, headers, sound.receivedAt());
    }

    private static byte[] mutated(byte[] value, Random random) {
        int from = random.nextInt(value.length + 1);
        int to = Math.min(value.length, from + random.nextInt(12));
        byte[] splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> spliced(value, from, from, splinter);
            case 1 -> spliced(value, from, to, splinter);
            case 2 -> spliced(value, from, to, new byte[0]);
            case 3 -> spliced(value, from, from, Arrays.copyOfRange(value, from, to));
            default -> spliced(value, from, to, new byte[] {(byte) random.nextInt()});
        };
    }

    private static byte[] spliced(byte[] value, int from, int to, byte[] middle) {
        var result = new byte[from + middle.length + value.length - to];
        System.arraycopy(value, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(value, to, result, from + middle.length, value.length - to);
        return result;
    }

    private static List<Header> headers(Delivery sound, Random random) {
        return sound.headers().stream()
                .filter(_ -> random.nextInt(100) > 0)
                .map(header -> random.nextInt(100) == 0 ? mutated(header, random) : header)
                .toList();
    }

    private static Header mutated(Header header, Random random) {
        var value = header.value();
        if (value == null || random.nextInt(4) == 0) return new Header(header.key(), null);
        return new Header(header.key(), mutated(value, random));
    }
}
