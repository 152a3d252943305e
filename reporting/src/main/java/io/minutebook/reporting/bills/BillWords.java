package io.minutebook.reporting.bills;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Term;
import io.minutebook.billing.orders.MessageGrant;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.Subscription;
import io.minutebook.billing.orders.Transaction;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.usage.Meter;
import java.util.ArrayList;
import java.util.Locale;

/** What a line of a bill is about, in words that a person reads and a file keeps for ever. */
final class BillWords {

    private BillWords() {}

    static String configurationOf(OrderLine line) {
        if (line.minutes() != null) return line.minutes() + " minutes";
        if (line.messages() != null) return configurationOf(line.messages());
        return line.subscription() == null ? "" : configurationOf(line.transaction(), line.subscription());
    }

    /** What usage drew from. */
    static String configurationOf(Meter meter, Minutes granted) {
        return granted + (meter == Meter.BOT_MESSAGES ? " bot messages" : " minutes");
    }

    static String refundOf(RefundGranted refund) {
        return "refund " + refund.refundId() + ": " + refund.decision().formula();
    }

    private static String configurationOf(MessageGrant grant) {
        return grant.count() + " bot messages, " + lower(grant.region()) + ", application " + grant.applicationId();
    }

    private static String configurationOf(Transaction transaction, Subscription subscription) {
        var words = new ArrayList<String>();
        if (transaction == Transaction.UPGRADE) words.add("upgrade for the rest of the term");
        else words.add(termOf(subscription));
        if (subscription.edition() != null) words.add(lower(subscription.edition()));
        if (subscription.region() != null) words.add(lower(subscription.region()));
        if (subscription.applicationId() != null) words.add("application " + subscription.applicationId());
        if (subscription.planId() != null) words.add("with plan " + subscription.planId());
        return String.join(", ", words);
    }

    private static String termOf(Subscription subscription) {
        var unit = subscription.term() == Term.YEAR ? "year" : "month";
        return subscription.periods() + " " + unit + (subscription.periods() == 1 ? "" : "s");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
