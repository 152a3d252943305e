package io.minutebook.server.demo;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Network;
import io.minutebook.server.demo.Customer.Habits;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The calls of a contact centre, the same for the same seed: busier in the morning, quiet at weekends.
 */
final class Calls {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final String LANDLINE = "+862161230000";
    private static final int WORKING_SECONDS = 9 * 3600;

    private final Habits habits;
    private final Random random;
    private int sessions;

    Calls(Habits habits, long seed) {
        this.habits = habits;
        this.random = new Random(seed);
    }

    /** The legs of all sessions that began on a day; each ends before 20:00. */
    List<Leg> on(LocalDate day) {
        var legs = new ArrayList<Leg>();
        var usual = WEEKEND.contains(day.getDayOfWeek()) ? habits.perWeekendDay() : habits.perWeekday();
        var calls = usual + random.nextInt(usual / 4 + 1);
        for (int call = 0; call < calls; call++) legs.addAll(session(arrival(day)));
        return legs;
    }

    /** The earlier of two draws, so that mornings are busier. */
    private Instant arrival(LocalDate day) {
        int one = random.nextInt(WORKING_SECONDS);
        int other = random.nextInt(WORKING_SECONDS);
        int seconds = Math.min(one, other);
        return day.atTime(OPENING).atZone(BusinessTime.ZONE).toInstant()
                .plusSeconds(seconds)
                .plusMillis(random.nextInt(1000));
    }

    private List<Leg> session(Instant start) {
        var session = "demo-%05d".formatted(++sessions);
        var kind = random.nextInt(100);
        if ((kind -= habits.outboundPercent()) < 0) return List.of(outbound(session, start));
        if ((kind -= habits.landlinePercent()) < 0) {
            return answeredByAgent(session, inbound(session, start, "LANDLINE", LANDLINE));
        }
        if (kind < habits.tollFreePercent()) {
            return answeredByAgent(session, inbound(session, start, "NUM400", "4001230000"));
        }
        return List.of(overInternet(session, start));
    }

    private Leg outbound(String session, Instant start) {
        var disposition = random.nextInt(100) < 68 ? Disposition.ANSWERED : unanswered();
        return leg(session, "main", LegType.MAIN, Network.PSTN, Direction.OUTBOUND, start, disposition)
                .overNumber("LANDLINE", LANDLINE, LANDLINE, mobile());
    }

    private Leg inbound(String session, Instant start, String numberType, String number) {
        var disposition = random.nextInt(100) < 88 ? Disposition.ANSWERED : Disposition.ABANDONED;
        return leg(session, "main", LegType.MAIN, Network.PSTN, Direction.INBOUND, start, disposition)
                .overNumber(numberType, number, mobile(), number);
    }

    private Leg overInternet(String session, Instant start) {
        return leg(session, "main", LegType.MAIN, Network.VOIP, Direction.INBOUND, start,
                Disposition.ANSWERED);
    }

    /**
     * An agent takes the call in the browser; now and then on a mobile phone, which is a second charged leg.
     */
    private List<Leg> answeredByAgent(String session, Leg main) {
        if (main.answeredAt() == null) return List.of(main);
        var isMobile = random.nextInt(100) < 15;
        var agent = new Leg(
                session,
                "p2",
                isMobile ? LegType.AGENT_MOBILE : LegType.AGENT_WEB,
                isMobile ? Network.PSTN : Network.VOIP,
                isMobile ? Direction.OUTBOUND : Direction.INBOUND,
                main.startedAt().plusMillis(500),
                main.answeredAt(),
                main.endedAt(),
                Disposition.ANSWERED,
                null);
        if (!isMobile) return List.of(main, agent);
        return List.of(main, agent.overNumber("LANDLINE", LANDLINE, LANDLINE, mobile()));
    }

    private Leg leg(
            String session,
            String id,
            LegType type,
            Network network,
            Direction direction,
            Instant start,
            Disposition disposition) {
        var pickedUp = start.plusMillis(2_000 + random.nextInt(28_000));
        var answered = disposition == Disposition.ANSWERED;
        var end = answered ? pickedUp.plus(talk()) : pickedUp;
        var answer = answered ? pickedUp : null;
        return new Leg(session, id, type, network, direction, start, answer, end, disposition, null);
    }

    /** Most calls are short, a few are long: five seconds to twenty minutes. */
    private Duration talk() {
        var longest = random.nextInt(100) < 75 ? 300_000 : 1_195_000;
        return Duration.ofMillis(5_000 + random.nextInt(longest));
    }

    private Disposition unanswered() {
        return switch (random.nextInt(4)) {
            case 0 -> Disposition.BUSY;
            case 1 -> Disposition.REJECTED;
            default -> Disposition.NO_ANSWER;
        };
    }

    /** Numbers of no real prefix. */
    private String mobile() {
        return "+86100%08d".formatted(random.nextInt(100_000_000));
    }
}
