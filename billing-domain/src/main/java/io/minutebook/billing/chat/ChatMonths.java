package io.minutebook.billing.chat;

import io.minutebook.billing.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The months of a chat plan: from the day of purchase T to the day before T in the next month, or the last of a month
 * that is too short for it. T stays the anchor, so 31 January is followed by 28 February, 30 March and 30 April.
 */
public final class ChatMonths {

    private final Instant boughtAt;
    private final LocalDate anchor;

    public ChatMonths(Instant boughtAt) {
        this.boughtAt = boughtAt;
        this.anchor = BusinessTime.dateOf(boughtAt);
    }

    /** The last day of the month of that number, counted from 1. */
    public LocalDate lastDay(long month) {
        int day = anchor.getDayOfMonth();
        var firstOfAnchor = YearMonth.from(anchor);
        if (day == 1) return firstOfAnchor.plusMonths(month - 1).atEndOfMonth();
        var last = firstOfAnchor.plusMonths(month);
        return last.atDay(Math.min(day - 1, last.lengthOfMonth()));
    }

    /** The first instant after so many months; the purchase itself after none. */
    public Instant endOf(long months) {
        return months == 0 ? boughtAt : BusinessTime.startOf(lastDay(months).plusDays(1));
    }

    /**
     * What months include in bot messages.
     *
     * @param monthsBefore months paid for before
     */
    public List<MessageAllowance> allowances(long monthsBefore, long months, long messages) {
        return LongStream.rangeClosed(monthsBefore + 1, monthsBefore + months)
                .mapToObj(month -> new MessageAllowance(endOf(month - 1), endOf(month), messages))
                .toList();
    }
}
