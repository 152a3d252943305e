package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of usage as finance sees it: billed = drawn + uncovered. What a record of its type does not have is null. A
 * late line that takes back what a closed month shows is that month's row with its figures below zero.
 *
 * @param billedMinutes bot messages where that is the meter, like drawn and uncovered
 * @param durationSeconds from the answer to the end, or of recognised audio; three decimals
 * @param lateFromMonth the month it came too late for
 */
public record UsageRow(
        BillingMonth billingMonth,
        AccountId accountId,
        long applicationId,
        String recordId,
        @Nullable String sessionId,
        @Nullable String legId,
        @Nullable LegType legType,
        Meter meter,
        @Nullable Direction direction,
        @Nullable String serviceNumber,
        @Nullable String caller,
        @Nullable String callee,
        @Nullable Instant startedAt,
        @Nullable Instant answeredAt,
        Instant endedAt,
        @Nullable BigDecimal durationSeconds,
        long billedMinutes,
        long drawnMinutes,
        long uncoveredMinutes,
        List<PackDraw> packDraws,
        @Nullable BillingMonth lateFromMonth) {}
