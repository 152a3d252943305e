package io.minutebook.server;

import io.minutebook.billing.account.Standing;
import io.minutebook.billing.refunds.RefundTerms;
import io.minutebook.billing.usage.Meter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ledger's settings, under {@code minutebook.}.
 *
 * @param role what this process does; given by --role
 * @param kafka where the broker listens, host:port; given by --kafka
 * @param kafkaEmbedded whether that broker is the one inside this process; given by --kafka
 * @param dataDir where the embedded database and broker lie; given by --data
 * @param numberKeyFile the key that turns people's numbers into tokens, kept outside the database; given by --data
 * @param usageTopic where usage records come from; refused ones are mirrored to the same name with .dlq
 * @param usageRetention how long Kafka keeps records of topics this ledger creates; the embedded one keeps them until
 * they are booked as well
 * @param ingestConsumers threads that read usage records
 * @param ingestBatch records of one partition that are booked in one transaction at most
 * @param ingestSessionTimeout how long a node that reads may be silent before the others take its partitions over;
 * 6s to 30m, within what Kafka's brokers allow
 * @param databaseOwnerUrl JDBC address for the database's owner, who migrates it; null where the server itself may
 * @param enforcePreconditions whether an order is refused that should follow another purchase; else it has a warning
 * @param refundDays days after the day of purchase on which seats are still taken back, that day aside
 * @param refundableMeters the meters whose packs of minutes are taken back
 * @param refundsBlockedFrom the standing of an account from which on nothing is refunded; WARNED is stricter
 * @param readTimeout how long a read waits for the read models to catch up
 */
@ConfigurationProperties("minutebook")
public record LedgerSettings(
        @DefaultValue("all") Role role,
        @DefaultValue("127.0.0.1:9092") String kafka,
        @DefaultValue("false") boolean kafkaEmbedded,
        @Nullable Path dataDir,
        Path numberKeyFile,
        @DefaultValue("usage-records") String usageTopic,
        @DefaultValue("7d") Duration usageRetention,
        @DefaultValue("2") int ingestConsumers,
        @DefaultValue("2000") int ingestBatch,
        @DefaultValue("10s") Duration ingestSessionTimeout,
        @Nullable String databaseOwnerUrl,
        @DefaultValue("false") boolean enforcePreconditions,
        @DefaultValue("5") int refundDays,
        @DefaultValue({"LANDLINE_OUTBOUND", "TOLL_FREE_INBOUND", "AUDIO"}) Set<Meter> refundableMeters,
        @DefaultValue("SUSPENDED") Standing refundsBlockedFrom,
        @DefaultValue("5s") Duration readTimeout) {

    public RefundTerms refundTerms() {
        return new RefundTerms(refundDays, refundableMeters, refundsBlockedFrom);
    }
}
