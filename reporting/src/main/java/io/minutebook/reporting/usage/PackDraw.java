package io.minutebook.reporting.usage;

import io.minutebook.billing.PackId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Minutes a record took from one pack, written {@code packId:minutes}, several joined by {@code ;}; negative where it gave them back. */
public record PackDraw(PackId packId, long minutes) {

    static String written(List<PackDraw> draws) {
        return draws.stream().map(draw -> draw.packId() + ":" + draw.minutes()).collect(Collectors.joining(";"));
    }

    static List<PackDraw> read(String written) {
        if (written.isEmpty()) return List.of();
        return Arrays.stream(written.split(";", -1)).map(PackDraw::readOne).toList();
    }

    private static PackDraw readOne(String written) {
        int colon = written.indexOf(':');
        long minutes = Long.parseLong(written.substring(colon + 1));
        return new PackDraw(new PackId(written.substring(0, colon)), minutes);
    }
}
