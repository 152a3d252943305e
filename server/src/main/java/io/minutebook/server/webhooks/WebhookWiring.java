package io.minutebook.server.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.NumberKey;
import java.time.InstantSource;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts that send alerts, on the nodes that keep the read models; webhooks are set on all. */
@Configuration(proxyBeanMethods = false)
class WebhookWiring {

    private static final int PHASE = 260;

    /** Receivers live by real time, whatever the ledger's clock says. */
    private static final InstantSource CLOCK = InstantSource.system();

    @Bean
    static VettedHosts vettedHosts(WebhookSettings settings) {
        return new VettedHosts(new AddressRules(settings.allowInternalAddresses()));
    }

    @Bean
    static WebhookClient webhookClient(VettedHosts hosts) {
        return new WebhookClient(hosts, CLOCK);
    }

    @Bean
    static SecretBox secretBox(LedgerSettings settings) {
        return new SecretBox(new NumberKey(settings.numberKeyFile()).bytes());
    }

    @Bean
    static WebhookSender webhookSender(
            Deliveries deliveries,
            Webhooks webhooks,
            WebhookClient client,
            SecretBox box,
            WebhookSettings settings,
            MeterRegistry meters) {
        return new WebhookSender(
                deliveries, webhooks, client, box, settings, meters, new Random(), CLOCK);
    }

    @Bean
    static AlertFollower alertFollower(
            DataSource dataSource,
            PlatformTransactionManager manager,
            SettledLedger ledger,
            AlertOutbox outbox,
            WebhookSender sender) {
        var transactions = new TransactionTemplate(manager);
        return new AlertFollower(dataSource, transactions, ledger, outbox, sender::wake, CLOCK);
    }

    @Bean
    static WebhookDesk webhookDesk(
            Webhooks webhooks,
            Deliveries deliveries,
            WebhookClient client,
            VettedHosts hosts,
            SecretBox box,
            CloudEvents events,
            WebhookSender sender,
            WebhookSettings settings) {
        return new WebhookDesk(webhooks, deliveries, client, hosts, box, events, sender, settings, CLOCK);
    }

    @Bean
    static SmartLifecycle alertLifecycle(AlertFollower follower, WebhookSender sender, LedgerSettings settings) {
        return new AlertThreads(PHASE, settings.role().projects(), follower, sender);
    }
}
