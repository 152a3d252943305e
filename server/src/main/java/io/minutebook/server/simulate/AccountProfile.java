package io.minutebook.server.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A simulated customer: its applications, its numbers, and the producer that reports its calls. */
record AccountProfile(
        String accountId,
        String source,
        List<Long> applications,
        List<ServiceNumber> landlines,
        ServiceNumber tollFree,
        ServiceNumber ownNumber) {

    private static final List<String> SOURCES =
            List.of("/cdr/ap-guangzhou", "/cdr/ap-shanghai", "/cdr/ap-beijing");
    private static final List<String> AREA_CODES = List.of("10", "21", "20", "755", "571", "28");
    private static final List<String> LANDLINE_TYPES =
            List.of("LANDLINE", "LANDLINE", "LANDLINE", "VIRTUAL", "CARRIER");
    private static final long FIRST_APPLICATION = 1_400_000_000L;
    private static final int APPLICATION_RANGE = 500_000_000;

    static AccountProfile of(long account, Dice dice) {
        return new AccountProfile(
                Long.toString(account),
                dice.oneOf(SOURCES),
                applications(dice),
                landlines(dice),
                new ServiceNumber("400" + digits(dice, 7), ServiceNumber.TOLL_FREE, "PLATFORM"),
                new ServiceNumber(landline(dice), "LANDLINE", "CUSTOMER"));
    }

    private static List<Long> applications(Dice dice) {
        long first = FIRST_APPLICATION + dice.below(APPLICATION_RANGE);
        return LongStream.range(first, first + dice.between(1, 3)).boxed().toList();
    }

    private static List<ServiceNumber> landlines(Dice dice) {
        var numbers = new ArrayList<ServiceNumber>();
        for (long left = dice.between(1, 4); left > 0; left--) {
            numbers.add(new ServiceNumber(landline(dice), dice.oneOf(LANDLINE_TYPES), "PLATFORM"));
        }
        return numbers;
    }

    private static String landline(Dice dice) {
        return "+86" + dice.oneOf(AREA_CODES) + "8" + digits(dice, 7);
    }

    static String digits(Dice dice, int count) {
        var text = new StringBuilder(count);
        while (text.length() < count) text.append((char) ('0' + dice.below(10)));
        return text.toString();
    }

    String name() {
        return "Simulated customer " + accountId;
    }
}
