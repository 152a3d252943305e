package io.minutebook.server.cli;

import io.minutebook.server.Role;
import io.minutebook.server.clock.LedgerClock;
import io.minutebook.server.security.ApiKeys;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What must be settled before anything of the ledger runs: by which clock it goes, and who holds its first
 * key.
 */
final class FirstSteps implements SmartInitializingSingleton {

    private final LedgerClock ledgerClock;
    private final ApiKeys keys;
    private final Path folder;
    private final Role role;
    private final @Nullable TestClock testClock;

    private FirstSteps(
            LedgerClock ledgerClock, ApiKeys keys, Path folder, Role role, @Nullable TestClock testClock) {
        this.ledgerClock = ledgerClock;
        this.keys = keys;
        this.folder = folder;
        this.role = role;
        this.testClock = testClock;
    }

    static void register(
            ConfigurableApplicationContext context, Path folder, Role role, @Nullable TestClock testClock) {
        var beans = (GenericApplicationContext) context;
        beans.registerBean(FirstSteps.class, () -> new FirstSteps(
                beans.getBean(LedgerClock.class), beans.getBean(ApiKeys.class), folder, role, testClock));
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (testClock != null) start(testClock);
        if (role.serves()) keys.createOperatorKeyIfNone(folder);
    }

    private void start(TestClock clock) {
        System.err.println("warning: this ledger goes by a test clock, not by real time");
        var isKept = ledgerClock.startTestClock(clock.start());
        if (isKept) System.err.println("the test clock goes on from the place it has kept, whatever was asked for");
    }
}
