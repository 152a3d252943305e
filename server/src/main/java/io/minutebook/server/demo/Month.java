package io.minutebook.server.demo;

import static io.minutebook.server.demo.Customer.BAKERY;
import static io.minutebook.server.demo.Customer.BLUE_WHALE;
import static io.minutebook.server.demo.Customer.CLINIC;

import io.minutebook.billing.BusinessTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The month as it is played: what customers do in the morning, and what the platform publishes in the evening.
 * All of it may be done again without effect, so that a month that was interrupted goes on.
 */
final class Month {

    private static final long SEED = 20_250_101;
    private static final int CLOCK_AHEAD = 20;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MMM d, EEE", Locale.ENGLISH);

    private final Shop shop;
    private final Platform platform;
    private final YearMonth month;
    private final Calls travel = new Calls(BLUE_WHALE.habits(), SEED);
    private final Calls clinic = new Calls(CLINIC.habits(), SEED + 1);
    private final Calls bakery = new Calls(BAKERY.habits(), SEED + 2);

    private List<Day> yesterday = List.of();

    Month(Shop shop, Platform platform, YearMonth month) {
        this.shop = shop;
        this.platform = platform;
        this.month = month;
    }

    /** From a day on: the days before are known, but not played. */
    void play(LocalDate from) throws InterruptedException {
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            var date = month.atDay(number);
            var today = List.of(
                    new Day(BLUE_WHALE, date, travel.on(date)),
                    new Day(CLINIC, date, clinic.on(date)),
                    new Day(BAKERY, date, bakery.on(date)));
            if (!date.isBefore(from)) play(date, today);
            yesterday = today;
        }
        shop.moveClock(month.plusMonths(1).atDay(1).atTime(MORNING).atZone(BusinessTime.ZONE).toInstant());
    }

    private void play(LocalDate date, List<Day> today) throws InterruptedException {
        shop.moveClock(date.atTime(MORNING).atZone(BusinessTime.ZONE).toInstant());
        var told = new ArrayList<String>();
        buy(date.getDayOfMonth(), told);
        shop.moveClock(date.atTime(EVENING).atZone(BusinessTime.ZONE).toInstant());
        var messages = messagesOf(today);
        addMishaps(date.getDayOfMonth(), today, messages, told);
        platform.publish(messages);
        if (date.getDayOfMonth() == CLOCK_AHEAD) shop.awaitRead(); // tomorrow it would not be in the future any more
        System.out.printf("demo: %-11s  %3d records  %s%n",
                SHOWN.format(date), messages.size(), String.join("; ", told));
    }

    private void buy(int day, List<String> told) throws InterruptedException {
        switch (day) {
            case 1 -> {
                shop.open(BLUE_WHALE, "3000.00");
                shop.order(BLUE_WHALE, day, Map.of(
                        "landline-outbound-custom", 5000,
                        "toll-free-inbound-custom", 5000,
                        "audio-custom", 2000,
                        "offline-asr-custom", 3000));
                shop.open(CLINIC, "2000.00");
                shop.order(CLINIC, day, Map.of(
                        "landline-outbound-custom", 5000,
                        "toll-free-inbound-custom", 5000,
                        "realtime-asr-custom", 2000));
                told.add("Blue Whale Travel and Maple Clinic open accounts and buy packs");
            }
            case 5 -> {
                shop.open(BAKERY, "100.00");
                shop.order(BAKERY, day, Map.of("audio-custom", 1000));
                told.add("Corner Bakery opens its account at last: what waited is booked");
            }
            case 12 -> {
                shop.order(BLUE_WHALE, day, Map.of("landline-outbound-custom", 5000));
                told.add("Blue Whale Travel buys another pack");
            }
            case 27 -> {
                shop.order(BAKERY, day, Map.of("audio-custom", 1000));
                told.add("Corner Bakery buys another pack");
            }
            default -> {}
        }
    }

    private static List<Message> messagesOf(List<Day> days) {
        var messages = new ArrayList<Message>();
        for (var day : days) day.reports().forEach(report -> messages.add(report.message()));
        return messages;
    }

    private void addMishaps(int number, List<Day> today, List<Message> messages, List<String> told) {
        switch (number) {
            case 1 -> told.add("Corner Bakery calls without an account");
            case 8 -> {
                messages.addAll(messagesOf(yesterday));
                told.add("the platform sends yesterday's records once more");
            }
            case 9 -> {
                messages.addAll(Mishaps.refused(today.getFirst()));
                told.add("five records are bad, each in its own way");
            }
            case 16 -> {
                messages.add(Mishaps.correction(yesterday.getFirst()).message());
                told.add("a call of yesterday is corrected");
            }
            case CLOCK_AHEAD -> {
                messages.add(Mishaps.tooEarly(today.get(1)));
                told.add("a switch's clock is ahead");
            }
            default -> {}
        }
    }
}
