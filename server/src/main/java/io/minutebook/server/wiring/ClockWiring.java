package io.minutebook.server.wiring;

import io.minutebook.server.LedgerSettings;
import io.minutebook.server.clock.DueWork;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What fell due while no node ran is done before any usage is read and any request is answered. */
@Configuration(proxyBeanMethods = false)
class ClockWiring {

    @Bean
    static SmartLifecycle dueWorkLifecycle(DueWork dueWork, LedgerSettings settings) {
        Runnable start = settings.role().serves() ? dueWork::makeUpForDowntime : () -> {};
        return Phases.of(Phases.DUE_WORK, start, () -> {});
    }
}
