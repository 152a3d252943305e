package io.minutebook.server.webhooks;

import static io.minutebook.server.webhooks.WebhookRefusal.WEBHOOK_ADDRESS_FORBIDDEN;
import static io.minutebook.server.webhooks.WebhookRefusal.WEBHOOK_HOST_UNKNOWN;
import static io.minutebook.server.webhooks.WebhookRefusal.WEBHOOK_NOT_HTTPS;
import static io.minutebook.server.webhooks.WebhookRefusal.WEBHOOK_URL_INVALID;

import io.minutebook.billing.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Where a webhook's alerts go: an absolute address of a host, without user or fragment. */
record WebhookAddress(URI uri, String host) {

    private static final int LONGEST = 2_000;

    static WebhookAddress parse(String text) {
        if (text.length() > LONGEST) throw unusable();
        try {
            var uri = new URI(text);
            boolean isUsable = isHttp(uri.getScheme()) && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            if (!isUsable || uri.getHost() == null) throw unusable();
            return new WebhookAddress(uri, unbracketed(uri.getHost()));
        } catch (URISyntaxException _) {
            throw unusable();
        }
    }

    private static Refused unusable() {
        return new Refused(
                WEBHOOK_URL_INVALID,
                "url: send an address such as https://billing.example.com/alerts, without user and fragment, of at most "
                        + LONGEST + " characters.");
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Refused as what is amiss: judged again whenever something is sent. */
    void require(boolean allowHttp, VettedHosts hosts) {
        if (!allowHttp && "http".equalsIgnoreCase(uri.getScheme())) {
            throw new Refused(
                    WEBHOOK_NOT_HTTPS,
                    "url: send an https address; minutebook.webhooks.allow-http lets the operator allow others.");
        }
        try {
            hosts.resolve(host);
        } catch (AddressForbidden _) {
            throw new Refused(
                    WEBHOOK_ADDRESS_FORBIDDEN,
                    "url: " + host + " leads into the operator's own network; send an address on the Internet, or have"
                            + " the operator name it in minutebook.webhooks.allow-internal-addresses.");
        } catch (UnknownHostException _) {
            throw new Refused(WEBHOOK_HOST_UNKNOWN, "url: the name " + host + " is not known; check it.");
        }
    }
}
