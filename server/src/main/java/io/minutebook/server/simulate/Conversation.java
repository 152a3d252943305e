package io.minutebook.server.simulate;

import java.time.Instant;
import java.util.List;

/** One contact of a customer with a contact centre, and the records that its legs leave behind. */
final class Conversation {

    private static final List<String> OUTBOUND_FAILURES =
            List.of("NO_ANSWER", "NO_ANSWER", "BUSY", "REJECTED", "CANCELLED", "FAILED", "BLOCKED");
    private static final List<String> INBOUND_FAILURES =
            List.of("ABANDONED", "ABANDONED", "NO_ANSWER", "BLOCKED");
    private static final long PICK_UP_MILLIS = 1_500;

    private final AccountProfile account;
    private final Instant begins;
    private final Dice dice;
    private final SessionReports reports;

    private Conversation(AccountProfile account, String sessionId, Instant begins, Dice dice) {
        this.account = account;
        this.begins = begins;
        this.dice = dice;
        this.reports = new SessionReports(account, sessionId, dice);
    }

    /** The same but for its times, whenever it begins. */
    static List<ClosedUsage> of(AccountProfile account, String sessionId, Instant begins, Dice dice) {
        var conversation = new Conversation(account, sessionId, begins, dice);
        conversation.happen();
        return conversation.reports.all();
    }

    /** A plain outbound call of some minutes. */
    static ClosedUsage plainCall(
            AccountProfile account, ServiceNumber number, String sessionId, Instant begins, Dice dice) {
        var reports = new SessionReports(account, sessionId, dice);
        var times = CallTimes.answered(begins, dice.between(2_000, 9_000), dice.between(100_000, 400_000));
        reports.main(LegShape.telephone(LegShape.MAIN, LegShape.OUTBOUND, number), times);
        return reports.all().getFirst();
    }

    private void happen() {
        int kind = dice.below(100);
        if (kind < 34) customerIsCalled(landline());
        else if (kind < 52) customerCalls(landline());
        else if (kind < 72) customerCalls(account.tollFree());
        else if (kind < 75) customerIsCalled(account.ownNumber());
        else if (kind < 78) customerCalls(account.ownNumber());
        else if (kind < 88) customerCallsOverTheNetwork();
        else if (kind < 91) agentsTalk();
        else reports.botMessages(begins);
    }

    private void customerIsCalled(ServiceNumber number) {
        var main = times(62, OUTBOUND_FAILURES);
        reports.main(LegShape.telephone(LegShape.MAIN, LegShape.OUTBOUND, number), main);
        if (!main.isAnswered()) return;
        var pickedUp = begins.plusMillis(PICK_UP_MILLIS);
        agentJoins(main, pickedUp.isBefore(main.endedAt()) ? pickedUp : main.endedAt());
        isRecognised(main);
    }

    private void customerCalls(ServiceNumber number) {
        var main = times(84, INBOUND_FAILURES);
        reports.main(LegShape.telephone(LegShape.MAIN, LegShape.INBOUND, number), main);
        if (dice.inPercent(8)) anAgentDoesNotPickUp();
        if (!main.isAnswered()) return;
        agentJoins(main, main.endedAt().minusMillis(main.talkMillis()));
        if (dice.inPercent(5)) isTransferred(main);
        isRecognised(main);
    }

    private void customerCallsOverTheNetwork() {
        var main = times(88, INBOUND_FAILURES);
        reports.main(LegShape.network(dice.inPercent(75) ? "AUDIO" : "VIDEO"), main);
        if (main.isAnswered()) agentJoins(main, main.endedAt().minusMillis(main.talkMillis()));
    }

    private void agentsTalk() {
        reports.main(LegShape.internal(), times(90, OUTBOUND_FAILURES));
    }

    /**
     * At a desk, or on a mobile phone: that leg is one more call from a landline number. Clocks differ by a
     * second.
     */
    private void agentJoins(CallTimes main, Instant joined) {
        var shape = dice.inPercent(12) ? toMobile() : LegShape.desk(dice);
        boolean clocksDiffer = main.talkMillis() > 2_000 && dice.inPercent(2);
        long ringMillis = clocksDiffer ? -dice.between(1, 1_000) : dice.below(1_500);
        reports.party(shape, main.joinedAt(joined, ringMillis));
    }

    private void anAgentDoesNotPickUp() {
        var shape = dice.inPercent(30) ? toMobile() : LegShape.desk(dice);
        reports.party(shape, CallTimes.unanswered(begins, dice.between(5_000, 20_000), "NO_ANSWER"));
    }

    private void isTransferred(CallTimes main) {
        var shape = LegShape.telephone(LegShape.EXTERNAL_TRANSFER, LegShape.OUTBOUND, landline());
        var from = main.endedAt().minusMillis(main.talkMillis() / 2);
        reports.party(shape, CallTimes.answered(from, dice.between(2_000, 15_000), TalkTime.millis(dice)));
    }

    private void isRecognised(CallTimes main) {
        int wish = dice.below(100);
        var from = main.endedAt().minusMillis(main.talkMillis());
        if (wish < 8) {
            reports.recognition("REALTIME", "TRANSCRIPTION", from, main.endedAt(), main.talkMillis());
        } else if (wish < 11) {
            long audio = dice.between(1_000, 25_000);
            reports.recognition("REALTIME", "IVR_NAVIGATION", begins, begins.plusMillis(audio), audio);
        } else if (wish < 21) {
            var ready = main.endedAt().plusMillis(main.talkMillis() / 8 + dice.between(1_000, 90_000));
            reports.recognition("OFFLINE", "RECORDING", main.endedAt(), ready, main.talkMillis());
        }
    }

    private LegShape toMobile() {
        return LegShape.telephone(LegShape.AGENT_MOBILE, LegShape.OUTBOUND, landline());
    }

    private ServiceNumber landline() {
        return dice.oneOf(account.landlines());
    }

    private CallTimes times(int answeredPercent, List<String> failures) {
        if (dice.inPercent(answeredPercent)) {
            return CallTimes.answered(begins, dice.between(1_000, 25_000), TalkTime.millis(dice));
        }
        return CallTimes.unanswered(begins, dice.between(500, 55_000), dice.oneOf(failures));
    }
}
