package io.minutebook.server.demo;

import io.minutebook.billing.BusinessTime;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** What goes wrong between a platform and a ledger, made of a customer's real day. */
final class Mishaps {

    private static final LocalTime AHEAD_OF_THE_EVENING = LocalTime.of(23, 0);

    private Mishaps() {}

    /** Records that the ledger refuses, each for another reason. */
    static List<Message> refused(Day day) {
        var talk = day.talks().getFirst();
        var booked = talk.report(day.customer());
        return List.of(
                reported("cut-off", talk, day).message().half(),
                reported("unanswered", talk, day).without("answeredAt").message(),
                reported("miscounted", talk, day)
                        .with("durationMs", talk.talk().plusMinutes(1).toMillis())
                        .message(),
                reported("from-400", talk, day)
                        .with("direction", "OUTBOUND")
                        .with("serviceNumberType", "NUM400")
                        .message(),
                booked.with("endStatus", 7).message());
    }

    private static Report reported(String session, Leg talk, Day day) {
        return talk.inSession("demo-" + session).report(day.customer());
    }

    /** A call by a switch whose clock is hours ahead: it ends in the future. */
    static Message tooEarly(Day day) {
        var talk = day.talks().getFirst();
        var told = day.date().atTime(AHEAD_OF_THE_EVENING).atZone(BusinessTime.ZONE).toInstant();
        var ahead = Duration.between(talk.endedAt(), told);
        return talk.inSession("demo-clock-ahead").later(ahead).report(day.customer()).message();
    }

    /** The longest talk of the day was really half as long, as the customer complained. */
    static Report correction(Day day) {
        var talk = longest(day);
        var half = talk.talk().dividedBy(2).truncatedTo(ChronoUnit.MILLIS);
        return talk.report(day.customer())
                .correction()
                .with("answeredAt", Rfc3339.text(talk.endedAt().minus(half)))
                .with("durationMs", half.toMillis());
    }

    private static Leg longest(Day day) {
        return day.talks().stream().max(Comparator.comparing(Leg::talk)).orElseThrow();
    }
}
