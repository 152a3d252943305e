package io.minutebook.server.verify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs the bot messages that each month of a chat plan includes with their grant, and sees that the months fill what
 * was paid for, one after the other.
 */
final class AllowanceAudit implements EventCheck {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Findings findings;
    private final Pairs pairs;
    /** Where the months of each plan end so far. */
    private final Map<String, String> ends = new HashMap<>();

    AllowanceAudit(Findings findings) {
        this.findings = findings;
        this.pairs = new Pairs(findings);
    }

    @Override
    public void look(Fact fact) {
        var event = fact.part();
        switch (fact.type()) {
            case "chat.chat-plan-bought" -> {
                ends.put(event.text("resourceId"), event.part("term").text("from"));
                included(fact, event.part("term").text("until"));
            }
            case "chat.chat-renewed" -> {
                if (event.parts("allowances").isEmpty()) return;
                included(fact, event.part("term").text("until"));
            }
            case "chat.chat-trial-started" -> {
                ends.put(event.text("resourceId"), event.text("startedAt"));
                included(fact, event.text("validUntil"));
            }
            case "packs.messages-granted" -> granted(fact, event);
            default -> {}
        }
    }

    private void included(Fact fact, String until) {
        var event = fact.part();
        var plan = event.text("resourceId");
        for (var month : event.parts("allowances")) {
            var from = month.text("from");
            var end = ends.put(plan, month.text("until"));
            if (!from.equals(end)) wrong(fact, "a month of %s begins at %s, expected %s".formatted(plan, from, end));
            var subject = "allowance " + plan + "-" + dayOf(month.millis("from"));
            pairs.said(fact, subject, saidOf(event, month, from, month.text("until")));
        }
        var end = ends.get(plan);
        if (!until.equals(end)) wrong(fact, "the months of %s end at %s, expected %s".formatted(plan, end, until));
    }

    private static String dayOf(long millis) {
        return Instant.ofEpochMilli(millis).atZone(SHANGHAI).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private void granted(Fact fact, Part grant) {
        if (!grant.flag("included")) return;
        var said = saidOf(grant, grant, grant.text("validFrom"), grant.text("validUntil"));
        pairs.said(fact, "allowance " + grant.text("packId"), said);
    }

    private static String saidOf(Part owner, Part month, String from, String until) {
        return "%d messages for application %d of %s in [%s, %s)".formatted(
                month.number("messages"), owner.number("applicationId"), owner.text("accountId"), from, until);
    }

    private void wrong(Fact fact, String what) {
        findings.add(Invariant.I7, fact + ": " + what);
    }

    @Override
    public void end() {
        pairs.end();
    }
}
