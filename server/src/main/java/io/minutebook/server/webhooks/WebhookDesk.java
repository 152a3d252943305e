package io.minutebook.server.webhooks;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.reporting.alerts.AlertKind;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.server.webhooks.Webhooks.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets, tests and removes webhooks, of an account or, where that is null, of the platform. */
public class WebhookDesk {

    private static final int MOST = 10;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookClient client;
    private final VettedHosts hosts;
    private final SecretBox box;
    private final CloudEvents events;
    private final WebhookSender sender;
    private final WebhookSettings settings;
    private final InstantSource clock;

    WebhookDesk(
            Webhooks webhooks,
            Deliveries deliveries,
            WebhookClient client,
            VettedHosts hosts,
            SecretBox box,
            CloudEvents events,
            WebhookSender sender,
            WebhookSettings settings,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.client = client;
        this.hosts = hosts;
        this.box = box;
        this.events = events;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A webhook as it was set.
     *
     * @param secret shown this once; null of one that was there before
     */
    public record Set(Webhook webhook, @Nullable String secret) {}

    /** One that is there is changed, and keeps its secret. */
    public Set set(@Nullable AccountId owner, String name, String url, List<AlertKind> kinds, boolean active) {
        var address = WebhookAddress.parse(url);
        address.require(settings.allowHttp(), hosts);
        var wanted = new Settings(address, kinds, active);
        boolean isThere = webhooks.find(owner, name).isPresent();
        if (!isThere && webhooks.list(owner).size() >= MOST) {
            throw new Refused(
                    WebhookRefusal.TOO_MANY_WEBHOOKS, "There are " + MOST + " webhooks already; change or remove one.");
        }
        var secret = Secret.next();
        boolean isNew = !isThere && webhooks.add(owner, name, wanted, box.seal(secret), clock.instant());
        if (!isNew) change(owner, name, wanted);
        return new Set(get(owner, name), isNew ? secret.shown() : null);
    }

    private void change(@Nullable AccountId owner, String name, Settings wanted) {
        webhooks.change(owner, name, wanted);
        if (!wanted.active()) deliveries.giveUp(get(owner, name).id(), "the webhook was switched off");
    }

    public List<Webhook> list(@Nullable AccountId owner) {
        return webhooks.list(owner);
    }

    public Webhook get(@Nullable AccountId owner, String name) {
        return webhooks.find(owner, name)
                .orElseThrow(() -> new Refused(
                        WebhookRefusal.UNKNOWN_WEBHOOK, "There is no webhook " + name + "; set it with PUT first."));
    }

    /** Answers it as it was. */
    public Webhook remove(@Nullable AccountId owner, String name) {
        var webhook = get(owner, name);
        if (!webhooks.remove(owner, name)) get(owner, name);
        return webhook;
    }

    /** What is sent from now on is signed with the new one. */
    public Set changeSecret(@Nullable AccountId owner, String name) {
        var webhook = get(owner, name);
        var secret = Secret.next();
        webhooks.changeSecret(webhook.id(), box.seal(secret));
        return new Set(webhook, secret.shown());
    }

    /** Sends a test now, whether or not the webhook is active, and leaves no delivery behind. */
    public Attempt test(@Nullable AccountId owner, String name) {
        var webhook = get(owner, name);
        var id = "test:" + UUID.randomUUID();
        var body = events.test(id, owner, name, clock.instant());
        return client.send(new Letter(id, webhook.url(), body, box.open(webhook.sealedSecret())));
    }

    public Listing<Delivery> deliveries(@Nullable AccountId owner, String name, @Nullable String after, int limit) {
        return deliveries.list(get(owner, name).id(), after, limit);
    }

    /** Sends it again from the first attempt on, under the same id. */
    public Delivery sendAgain(@Nullable AccountId owner, String name, long delivery) {
        var again = deliveries.startAgain(get(owner, name).id(), delivery, clock.instant()).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(
                        WebhookRefusal.UNKNOWN_DELIVERY,
                        "The webhook has no delivery " + delivery + "; its deliveries are listed."));
        sender.wake();
        return again;
    }
}
