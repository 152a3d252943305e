package io.minutebook.server.clock;

import io.minutebook.server.LedgerSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every second of real time for what is due, on the nodes that answer HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DueWorkSchedule {

    private final DueWork dueWork;
    private final boolean isOurs;

    DueWorkSchedule(DueWork dueWork, LedgerSettings settings) {
        this.dueWork = dueWork;
        this.isOurs = settings.role().serves();
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void look() {
        if (isOurs) dueWork.catchUp();
    }
}
