package io.minutebook.server.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The simulated customers; the n-th largest has an n-th of the largest one's traffic. */
final class Population {

    private static final long LARGEST = 1_000_000_000_000L;

    private final List<AccountProfile> accounts = new ArrayList<>();
    /** The traffic of all accounts before each. */
    private final long[] reached;

    Population(TrafficPlan plan) {
        this.reached = new long[plan.accounts() + 1];
        for (int index = 0; index < plan.accounts(); index++) {
            long number = plan.firstAccount() + index;
            accounts.add(AccountProfile.of(number, Dice.of(plan.seed(), Dice.About.ACCOUNT, number)));
            reached[index + 1] = reached[index] + LARGEST / (index + 1);
        }
    }

    AccountProfile pick(Dice dice) {
        int found = Arrays.binarySearch(reached, dice.below(reached[accounts.size()]));
        return accounts.get(found >= 0 ? found : -found - 2);
    }

    List<AccountProfile> all() {
        return accounts;
    }
}
