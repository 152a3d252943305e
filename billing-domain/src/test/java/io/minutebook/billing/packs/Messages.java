package io.minutebook.billing.packs;

import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import java.time.Instant;

/** Bot messages for tests, granted to one application and used by it. */
final class Messages {

    static final long APPLICATION = 1_400_000_001L;
    static final PoolId POOL = PoolId.ofMessages(Usages.ACCOUNT, APPLICATION);

    private Messages() {}

    static GrantMessages included(String id, long messages, Instant from, Instant until) {
        return grant(id, "chat-standard", messages, "0", true, from, until);
    }

    static GrantMessages pack(String id, long messages, Instant from, Instant until) {
        return grant(id, "bot-messages-100k", messages, "0.01", false, from, until);
    }

    private static GrantMessages grant(
            String id, String product, long messages, String price, boolean included, Instant from, Instant until) {
        return new GrantMessages(
                Usages.ACCOUNT, APPLICATION, new PackId(id), new ProductCode(product), messages, UnitPrice.of(price),
                included, from, until, new OrderId("O1"));
    }

    static MeteredUsage used(long count, Instant at) {
        return used(count, at, APPLICATION);
    }

    static MeteredUsage used(long count, Instant at, long application) {
        var batch = "b-" + at.toEpochMilli();
        var id = new RecordId("/bots", application + ":bot:" + batch);
        return MeteredUsage.ofMessages(
                new BotMessages(id, Usages.ACCOUNT, application, batch, Region.DOMESTIC, count, at));
    }
}
