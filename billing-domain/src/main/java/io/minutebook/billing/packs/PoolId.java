package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import org.jspecify.annotations.Nullable;

/**
 * Which packs stand together: those of an account for one meter, and those for bot messages by application.
 *
 * @param applicationId of bot messages alone
 */
public record PoolId(AccountId accountId, Meter meter, @Nullable Long applicationId) {

    private static final String STREAM = "packs-";

    public PoolId {
        boolean isOfMessages = meter == Meter.BOT_MESSAGES;
        if (isOfMessages != (applicationId != null)) {
            throw new IllegalArgumentException("only a pool of bot messages belongs to an application");
        }
    }

    public static PoolId ofMinutes(AccountId accountId, Meter meter) {
        return new PoolId(accountId, meter, null);
    }

    public static PoolId ofMessages(AccountId accountId, long applicationId) {
        return new PoolId(accountId, Meter.BOT_MESSAGES, applicationId);
    }

    /** The pool that usage draws from. */
    public static PoolId of(MeteredUsage usage) {
        var record = usage.record();
        return usage.meter() == Meter.BOT_MESSAGES
                ? ofMessages(record.accountId(), record.applicationId())
                : ofMinutes(record.accountId(), usage.meter());
    }

    /** Reads what {@link #name()} wrote. */
    public static PoolId named(AccountId accountId, String name) {
        int hyphen = name.indexOf('-');
        return hyphen < 0
                ? ofMinutes(accountId, Meter.valueOf(name))
                : ofMessages(accountId, Long.parseLong(name.substring(hyphen + 1)));
    }

    /** Reads what {@link #stream()} wrote. */
    public static PoolId ofStream(String stream) {
        var account = stream.substring(STREAM.length(), stream.indexOf('-', STREAM.length()));
        return named(new AccountId(account), stream.substring(STREAM.length() + account.length() + 1));
    }

    /** The meter, and of bot messages the application: {@code BOT_MESSAGES-1400000001}. */
    public String name() {
        return applicationId == null ? meter.name() : meter + "-" + applicationId;
    }

    /** The name of the pool's stream. */
    public String stream() {
        return STREAM + accountId + "-" + name();
    }
}
