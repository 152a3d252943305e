package io.minutebook.server.wiring;

import io.minutebook.reporting.Projections;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.accounts.AccountNames;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.reporting.accounts.Cases;
import io.minutebook.reporting.accounts.DueVouchers;
import io.minutebook.reporting.accounts.FundsHistory;
import io.minutebook.reporting.accounts.FundsMovements;
import io.minutebook.reporting.accounts.Orders;
import io.minutebook.reporting.accounts.Vouchers;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.comparison.ComparisonWorker;
import io.minutebook.reporting.comparison.Comparisons;
import io.minutebook.reporting.entitlements.DueUses;
import io.minutebook.reporting.entitlements.PlansInForce;
import io.minutebook.reporting.explain.BillExplanations;
import io.minutebook.reporting.explain.PackExplanations;
import io.minutebook.reporting.explain.UsageExplanations;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.LedgerTimes;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.reporting.history.Differences;
import io.minutebook.reporting.history.Past;
import io.minutebook.reporting.journal.JournalPostings;
import io.minutebook.reporting.journal.TrialBalances;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.packs.DuePacks;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.prices.PriceHistory;
import io.minutebook.reporting.projections.LiveProjections;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ReachedPositions;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.reporting.replay.ReplayWorker;
import io.minutebook.reporting.replay.Replays;
import io.minutebook.reporting.resources.DueResources;
import io.minutebook.reporting.resources.ResourceHistory;
import io.minutebook.reporting.resources.Resources;
import io.minutebook.reporting.usage.Reconciliation;
import io.minutebook.reporting.usage.Statistics;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsagePanels;
import io.minutebook.server.ComparisonSettings;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.ReplaySettings;
import io.minutebook.server.store.LedgerSerializer;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The reading side: the settled index, the projections where this process keeps them, and the questions. */
@Configuration(proxyBeanMethods = false)
class ReportingWiring {

    @Bean(initMethod = "start")
    static SettledIndex settledIndex(DataSource dataSource) {
        return new SettledIndex(dataSource);
    }

    @Bean
    static LedgerEvents ledgerEvents(DataSource dataSource, LedgerSerializer serializer) {
        return new LedgerEvents(dataSource, serializer, NoOpEventUpcaster.INSTANCE);
    }

    @Bean
    static FreshEvents freshEvents() {
        return new FreshEvents();
    }

    @Bean
    static SettledLedger settledLedger(LedgerEvents events, SettledIndex settledIndex, FreshEvents fresh) {
        return new SettledLedger(events, settledIndex, fresh);
    }

    @Bean
    static ReachedPositions reachedPositions() {
        return new ReachedPositions();
    }

    @Bean
    static ReadBarrier readBarrier(
            DataSource dataSource, SettledIndex settledIndex, ReachedPositions reached, LedgerSettings settings) {
        return new ReadBarrier(dataSource, settledIndex, reached, Projections.ALL, settings.readTimeout());
    }

    @Bean(destroyMethod = "")
    static LiveProjections liveProjections(
            DataSource dataSource,
            PlatformTransactionManager manager,
            SettledLedger ledger,
            ReachedPositions reached,
            LedgerSettings settings) {
        return new LiveProjections(dataSource, manager, ledger, reached, ours(settings));
    }

    @Bean
    static SmartLifecycle projectionLifecycle(LiveProjections projections) {
        return Phases.of(Phases.READ_MODELS, projections::start, projections::close);
    }

    private static List<Projection> ours(LedgerSettings settings) {
        return settings.role().projects() ? Projections.ALL : List.of();
    }

    @Bean(destroyMethod = "")
    static ReplayWorker replayWorker(
            DataSource dataSource, LedgerEvents events, LedgerSettings settings, ReplaySettings replay) {
        return new ReplayWorker(dataSource, events, ours(settings), replay.busyShare());
    }

    @Bean
    static SmartLifecycle replayLifecycle(ReplayWorker worker) {
        return Phases.of(Phases.READ_MODELS, worker::start, worker::close);
    }

    @Bean(destroyMethod = "")
    static ComparisonWorker comparisonWorker(
            DataSource dataSource,
            PlatformTransactionManager manager,
            LedgerEvents events,
            ComparisonSettings comparison) {
        var times = new ComparisonWorker.Times(comparison.at(), comparison.accounts());
        return new ComparisonWorker(
                dataSource, new TransactionTemplate(manager), events, times, InstantSource.system());
    }

    @Bean
    static SmartLifecycle comparisonLifecycle(ComparisonWorker worker, LedgerSettings settings) {
        Runnable start = settings.role().projects() ? worker::start : () -> {};
        return Phases.of(Phases.READ_MODELS, start, worker::close);
    }

    @Bean
    static Comparisons comparisons(DataSource dataSource) {
        return new Comparisons(dataSource);
    }

    @Bean
    static Replays replays(DataSource dataSource) {
        return new Replays(dataSource);
    }

    @Bean
    static ProjectionPlaces projectionPlaces(DataSource dataSource) {
        return new ProjectionPlaces(dataSource);
    }

    @Bean
    static Accounts accounts(DataSource dataSource) {
        return new Accounts(dataSource);
    }

    @Bean
    static AccountNames accountNames(LedgerEvents events) {
        return new AccountNames(events);
    }

    @Bean
    static Orders orders(DataSource dataSource) {
        return new Orders(dataSource);
    }

    @Bean
    static Cases cases(DataSource dataSource) {
        return new Cases(dataSource);
    }

    @Bean
    static FundsMovements fundsMovements(LedgerEvents events) {
        return new FundsMovements(events);
    }

    @Bean
    static Vouchers vouchers(LedgerEvents events) {
        return new Vouchers(events);
    }

    @Bean
    static DueVouchers dueVouchers(DataSource dataSource) {
        return new DueVouchers(dataSource);
    }

    @Bean
    static PriceHistory priceHistory(LedgerEvents events) {
        return new PriceHistory(events);
    }

    @Bean
    static AccountEvents accountEvents(DataSource dataSource) {
        return new AccountEvents(dataSource);
    }

    @Bean
    static Packs packs(DataSource dataSource, LedgerEvents events) {
        return new Packs(dataSource, events);
    }

    @Bean
    static LedgerTimes ledgerTimes(DataSource dataSource) {
        return new LedgerTimes(dataSource);
    }

    @Bean
    static FundsHistory fundsHistory(LedgerEvents events) {
        return new FundsHistory(events);
    }

    @Bean
    static ResourceHistory resourceHistory(DataSource dataSource, LedgerEvents events, Packs packs) {
        return new ResourceHistory(dataSource, events, packs);
    }

    @Bean
    static Past past(DataSource dataSource, Usage usage, AccountEvents accountEvents, LedgerEvents events) {
        return new Past(dataSource, usage, accountEvents, events);
    }

    @Bean
    static Differences differences(
            FundsHistory funds, Packs packs, ResourceHistory resources, Past past) {
        return new Differences(funds, packs, resources, past);
    }

    @Bean
    static UsageExplanations usageExplanations(DataSource dataSource, LedgerEvents events) {
        return new UsageExplanations(dataSource, events);
    }

    @Bean
    static PackExplanations packExplanations(DataSource dataSource, LedgerEvents events, Packs packs) {
        return new PackExplanations(dataSource, events, packs);
    }

    @Bean
    static BillExplanations billExplanations(
            DataSource dataSource, LedgerEvents events, Bills bills, PackExplanations packs) {
        return new BillExplanations(dataSource, events, bills, packs);
    }

    @Bean
    static DuePacks duePacks(DataSource dataSource) {
        return new DuePacks(dataSource);
    }

    @Bean
    static Resources resources(DataSource dataSource) {
        return new Resources(dataSource);
    }

    @Bean
    static DueResources dueResources(DataSource dataSource) {
        return new DueResources(dataSource);
    }

    @Bean
    static PlansInForce plansInForce(DataSource dataSource) {
        return new PlansInForce(dataSource);
    }

    @Bean
    static DueUses dueUses(DataSource dataSource) {
        return new DueUses(dataSource);
    }

    @Bean
    static Usage usage(DataSource dataSource, MonthBook months) {
        return new Usage(dataSource, months);
    }

    @Bean
    static Statistics statistics(DataSource dataSource) {
        return new Statistics(dataSource);
    }

    @Bean
    static UsagePanels usagePanels(DataSource dataSource) {
        return new UsagePanels(dataSource);
    }

    @Bean
    static Reconciliation reconciliation(DataSource dataSource) {
        return new Reconciliation(dataSource);
    }

    @Bean
    static Bills bills(DataSource dataSource, MonthBook months) {
        return new Bills(dataSource, months);
    }

    @Bean
    static JournalPostings journalPostings(DataSource dataSource) {
        return new JournalPostings(dataSource);
    }

    @Bean
    static TrialBalances trialBalances(DataSource dataSource) {
        return new TrialBalances(dataSource);
    }
}
