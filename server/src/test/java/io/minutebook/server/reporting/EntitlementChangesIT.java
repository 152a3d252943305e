package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatUpgraded;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.entitlements.EntitlementFile;
import io.minutebook.billing.entitlements.PlanFamily;
import io.minutebook.billing.entitlements.RestrictedUse;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.seats.SeatsRefunded;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecognitionMode;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.reporting.entitlements.DueUses;
import io.minutebook.reporting.entitlements.PlanView;
import io.minutebook.reporting.entitlements.PlansInForce;
import io.minutebook.reporting.resources.ResourcesProjection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A standard plan from the 1st, an advanced one from the 10th noon on; the month ends both. */
class EntitlementChangesIT {

    private static final long APPLICATION = 7;
    private static final Instant FIRST = at("2025-01-01T00:00:00+08:00");
    private static final Instant UPGRADE = at("2025-01-10T12:00:00+08:00");
    private static final Instant END = at("2025-02-01T00:00:00+08:00");
    private static final Instant LATER = at("2025-06-01T00:00:00+08:00");
    private static final ResourceId PLAN = new ResourceId("R1");
    private static final OrderId ORDER = new OrderId("O1");
    private static final Projected resources = Projected.of(new ResourcesProjection(EntitlementFile.shipped()));

    @AfterAll
    static void close() {
        resources.close();
    }

    @BeforeEach
    void empty() {
        resources.clear();
    }

    @Test
    void anUpgradeEndsOneStretchAndBeginsTheNext() {
        resources.take(plan(PLAN, Edition.STANDARD, FIRST, END), upgraded());

        assertThat(editionsAt(FIRST.minusMillis(1))).isEmpty();
        assertThat(editionsAt(FIRST)).containsExactly(Edition.STANDARD);
        assertThat(editionsAt(UPGRADE.minusMillis(1))).containsExactly(Edition.STANDARD);
        assertThat(editionsAt(UPGRADE)).containsExactly(Edition.ADVANCED);
        assertThat(editionsAt(END)).isEmpty();
        assertThat(plansAt(UPGRADE).getFirst().product()).isEqualTo(new ProductCode("seats-advanced"));
        assertThat(new PlansInForce(resources.ledger().dataSource()).of(8, FIRST)).isEmpty();
    }

    @Test
    void aRenewalProlongsTheEditionThatIsHeld() {
        resources.takeOneByOne(
                plan(PLAN, Edition.STANDARD, FIRST, END), upgraded(),
                new SeatsRenewed(ACCOUNT, ORDER, PLAN, UPGRADE, term(END, LATER)));

        assertThat(editionsAt(UPGRADE.minusMillis(1))).containsExactly(Edition.STANDARD);
        assertThat(editionsAt(LATER.minusMillis(1))).containsExactly(Edition.ADVANCED);
        assertThat(editionsAt(LATER)).isEmpty();
    }

    @Test
    void aRefundEndsThePlanAtOnce() {
        resources.take(plan(PLAN, Edition.STANDARD, FIRST, END), upgraded());
        resources.take(new SeatsRefunded(ACCOUNT, PLAN, List.of(), new RefundId("F1"), UPGRADE.plusSeconds(60)));

        assertThat(editionsAt(UPGRADE.minusMillis(1))).containsExactly(Edition.STANDARD);
        assertThat(editionsAt(UPGRADE.plusSeconds(59))).containsExactly(Edition.ADVANCED);
        assertThat(editionsAt(UPGRADE.plusSeconds(60))).isEmpty();
    }

    @Test
    void chatPlansAndTrialsAreKeptBesideThem() {
        var chat = new ResourceId("R2");
        resources.take(
                plan(PLAN, Edition.STANDARD, FIRST, END),
                new ChatPlanBought(
                        ACCOUNT, ORDER, chat, APPLICATION, Region.OVERSEAS, new ProductCode("chat-standard"),
                        Edition.STANDARD, 1, 3, term(FIRST, END), List.of()),
                new ChatUpgraded(
                        ACCOUNT, ORDER, chat, new ProductCode("chat-advanced"), Edition.ADVANCED, UPGRADE, END, Money.ZERO),
                trial(new ResourceId("R3"), FIRST, UPGRADE));

        assertThat(plansAt(FIRST)).extracting(PlanView::resourceId).containsExactly("R1", "R2", "R3");
        assertThat(plansAt(UPGRADE)).extracting(PlanView::resourceId).containsExactly("R2", "R1");
        assertThat(plansAt(UPGRADE).getFirst().family()).isEqualTo(PlanFamily.CHAT);
        assertThat(plansAt(UPGRADE).getFirst().region()).isEqualTo(Region.OVERSEAS);
        assertThat(plansAt(FIRST).getLast().trial()).isTrue();
    }

    @Test
    void usesAreDueThatNoPlanInForceIncludesOnceForEachDay() {
        resources.take(
                plan(PLAN, Edition.STANDARD, FIRST, END), upgraded(),
                used("before", FIRST.minusMillis(1)),
                used("standard", FIRST), used("the same day", FIRST.plusSeconds(1)),
                used("last", UPGRADE.minusMillis(1)), used("advanced", UPGRADE), used("advanced to the end", END.minusMillis(1)),
                used("after", END));

        assertThat(dueBy(LATER)).containsExactly("before", "standard", "last", "after");
        assertThat(dueBy(FIRST)).containsExactly("before", "standard");
    }

    @Test
    void ofAnApplicationWithoutSeatsNothingIsDue() {
        resources.take(
                new ChatPlanBought(
                        ACCOUNT, ORDER, PLAN, APPLICATION, Region.DOMESTIC, new ProductCode("chat-standard"),
                        Edition.STANDARD, 1, 3, term(FIRST, END), List.of()),
                used("r", FIRST));
        assertThat(dueBy(LATER)).isEmpty();
    }

    @Test
    void whatIsStatedOrCorrectedIsDueNoMore() {
        resources.take(plan(PLAN, Edition.STANDARD, FIRST, END), used("r-1", FIRST), used("r-2", FIRST.plusSeconds(9)));
        resources.take(withdrawn("r-1", FIRST));
        assertThat(dueBy(LATER)).containsExactly("r-2");

        resources.take(stated("r-2", FIRST.plusSeconds(9)));
        resources.take(used("r-3", FIRST.plusSeconds(10)), used("r-4", FIRST.minusSeconds(1)));
        assertThat(dueBy(LATER)).containsExactly("r-4");
    }

    /** It was ordered before the use ended and recorded after it. */
    @Test
    void aPlanThatIsRecordedAMomentAfterTheUseItIncludesMakesItDueNoMore() {
        resources.takeOneByOne(
                trial(new ResourceId("R3"), FIRST, END), used("r-1", UPGRADE),
                plan(PLAN, Edition.ADVANCED, FIRST, END));
        assertThat(dueBy(LATER)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void theRowsAreTheSameHoweverTheEventsAreSplitIntoTransactions(long seed) {
        var random = new Random(seed);
        var events = history(random);
        resources.take(events.toArray());
        var together = resources.rows();
        resources.clear();
        resources.takeOneByOne(events.toArray());
        assertThat(resources.rows()).isEqualTo(together);

        resources.clear();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(5));
            resources.take(events.subList(from, to).toArray());
            from = to;
        }
        assertThat(resources.rows()).isEqualTo(together).hasSizeGreaterThan(4);
    }

    /** Uses at random instants, shuffled among what changes their plans and what is stated of them. */
    private static List<Object> history(Random random) {
        var events = new ArrayList<Object>();
        for (int use = 0; use < 40; use++) {
            var at = FIRST.minusSeconds(86_400).plusSeconds(random.nextInt(33 * 86_400));
            events.add(used("r-" + use, at));
            if (use % 5 == 0) events.add(stated("r-" + use, at));
            if (use % 7 == 0) events.add(withdrawn("r-" + use, at));
        }
        Collections.shuffle(events, random);
        events.add(random.nextInt(10), plan(PLAN, Edition.STANDARD, FIRST, END));
        events.add(20 + random.nextInt(10), upgraded());
        events.add(random.nextInt(40), plan(new ResourceId("R2"), Edition.ADVANCED, FIRST.minusSeconds(9), FIRST.plusSeconds(90_000)));
        return events;
    }

    private static PlanBought plan(ResourceId id, Edition edition, Instant from, Instant until) {
        return new PlanBought(
                ACCOUNT, ORDER, id, APPLICATION, new ProductCode("seats-standard"), edition, 1, 3, term(from, until));
    }

    private static SeatTrialStarted trial(ResourceId id, Instant from, Instant until) {
        return new SeatTrialStarted(
                ACCOUNT, id, APPLICATION, new ProductCode("seats-standard"), Edition.STANDARD, 3, 1, from, until);
    }

    private static SeatsUpgraded upgraded() {
        return new SeatsUpgraded(
                ACCOUNT, ORDER, PLAN, new ProductCode("seats-advanced"), Edition.ADVANCED, UPGRADE, END, Money.ZERO);
    }

    private static PaidTerm term(Instant from, Instant until) {
        return new PaidTerm(from, until, Term.MONTH, 1, Money.ZERO);
    }

    private static UsageListed used(String record, Instant endedAt) {
        return new UsageListed(navigation(record, endedAt));
    }

    private static ListingWithdrawn withdrawn(String record, Instant endedAt) {
        return new ListingWithdrawn(navigation(record, endedAt), new RecordId("/cdr/test", record + ":r1"));
    }

    private static EntitlementExceeded stated(String record, Instant endedAt) {
        var use = RestrictedUse.of(navigation(record, endedAt).record()).orElseThrow();
        return new EntitlementExceeded(ACCOUNT, APPLICATION, use.code(), use.day(), use.record(), endedAt, null);
    }

    private static MeteredUsage navigation(String record, Instant endedAt) {
        var recognition = new Recognition(
                new RecordId("/cdr/test", record), ACCOUNT, APPLICATION, record, "asr-1", 0, null, RecognitionMode.REALTIME,
                RecognitionFeature.IVR_NAVIGATION, endedAt, endedAt, 0);
        return MeteredUsage.of(recognition, Meter.REALTIME_ASR);
    }

    private static List<String> dueBy(Instant now) {
        return new DueUses(resources.ledger().dataSource())
                .dueBy(now, Set.of(), 1_000).stream().map(use -> use.record().id()).toList();
    }

    private static List<Edition> editionsAt(Instant instant) {
        return plansAt(instant).stream().map(PlanView::edition).toList();
    }

    private static List<PlanView> plansAt(Instant instant) {
        return new PlansInForce(resources.ledger().dataSource()).of(APPLICATION, instant);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
