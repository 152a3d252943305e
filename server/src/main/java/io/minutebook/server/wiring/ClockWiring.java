package io.minutebook.server.wiring;

import io.minutebook.server.LedgerSettings;
import io.minutebook.server.clock.DueWork;
import io.minutebook.server.months.MonthClosing;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which month is the first that is closed is settled, and what fell due while no node ran is done, before any usage is
 * read and any request is answered.
 */
@Configuration(proxyBeanMethods = false)
class ClockWiring {

    @Bean
    static SmartLifecycle dueWorkLifecycle(DueWork dueWork, MonthClosing months, LedgerSettings settings) {
        Runnable start = settings.role().serves() ? () -> begin(months, dueWork) : () -> {};
        return Phases.of(Phases.DUE_WORK, start, () -> {});
    }

    private static void begin(MonthClosing months, DueWork dueWork) {
        months.beginMonths();
        dueWork.makeUpForDowntime();
    }
}
