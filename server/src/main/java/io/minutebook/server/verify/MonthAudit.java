package io.minutebook.server.verify;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the closing of months: they are closed one after the other, and no event after a close books anything in that
 * month; what belongs there is booked in the earliest open month, as late, and so is what a correction takes back.
 */
final class MonthAudit implements EventCheck {

    private final Findings findings;
    private final Map<String, Long> closedAt = new HashMap<>();
    private @Nullable String open;
    private @Nullable String unwritten;

    MonthAudit(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Fact fact) {
        switch (fact.type()) {
            case "months.months-begun" -> begun(fact);
            case "months.month-closed" -> closed(fact);
            case "months.month-finalised" -> finalised(fact);
            case "packs.minutes-drawn", "usage.usage-listed" -> booked(fact);
            case "packs.draw-reversed", "usage.listing-withdrawn" -> takenBack(fact);
            default -> {}
        }
    }

    private void begun(Fact fact) {
        if (open != null) wrong(fact, "begins the months again");
        open = fact.part().text("month");
        unwritten = open;
    }

    private void closed(Fact fact) {
        var month = fact.part().text("month");
        expect(fact, "the month closed", month, open);
        closedAt.put(month, fact.position());
        open = next(month);
    }

    private void finalised(Fact fact) {
        var month = fact.part().text("month");
        expect(fact, "the month whose files are final", month, unwritten);
        expect(fact, "the position of its close", fact.part().number("position"), closedAt.get(month));
        unwritten = next(month);
    }

    private static String next(String month) {
        return YearMonth.parse(month).plusMonths(1).toString();
    }

    private void booked(Fact fact) {
        var usage = fact.part().part("usage");
        var own = Rating.of(usage.part("record")).month();
        boolean isLate = isClosed(own);
        expect(fact, "the month it is booked in", usage.text("month"), isLate ? open : own);
        expect(fact, "the month it is late from", usage.textOrNull("lateFrom"), isLate ? own : null);
    }

    private void takenBack(Fact fact) {
        boolean isLate = isClosed(fact.part().part("usage").text("month"));
        expect(fact, "the month it is taken back in", fact.part().textOrNull("lateIn"), isLate ? open : null);
    }

    private boolean isClosed(String month) {
        return open != null && month.compareTo(open) < 0;
    }

    private void expect(Fact fact, String what, @Nullable Object stated, @Nullable Object expected) {
        boolean isSame = stated == null ? expected == null : stated.equals(expected);
        if (!isSame) wrong(fact, "%s: %s, expected %s".formatted(what, stated, expected));
    }

    private void wrong(Fact fact, String what) {
        findings.add(Invariant.I8, fact + ": " + what);
    }
}
