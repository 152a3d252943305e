package io.minutebook.server.webhooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one signed letter to a vetted address and looks at the status alone. It follows no redirect, reads no body and
 * waits no longer than {@value #LONGEST_SECONDS} s.
 */
final class WebhookClient implements AutoCloseable {

    static final long LONGEST_SECONDS = 20;

    private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout RESPONSE = Timeout.ofSeconds(15);
    private static final int CONNECTIONS = 128;

    private final CloseableHttpClient http;
    private final InstantSource clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    WebhookClient(VettedHosts hosts, InstantSource clock) {
        this.clock = clock;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(hosts)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(RESPONSE)
                        .build())
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((_, _, _) -> false) // each letter has its address vetted
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(RESPONSE)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Minutebook")
                .build();
    }

    Attempt send(Letter letter) {
        long start = System.nanoTime();
        var request = requestOf(letter, clock.instant());
        var deadline = deadlines.schedule(request::cancel, LONGEST_SECONDS, TimeUnit.SECONDS);
        try {
            var response = http.executeOpen(null, request, null);
            var answered = Attempt.answered(response.getCode(), since(start));
            request.cancel(); // whatever else it would say is not read
            Closer.closeQuietly(response);
            return answered;
        } catch (IOException failed) {
            return Attempt.failed(wordsFor(failed), since(start));
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpPost requestOf(Letter letter, Instant now) {
        var request = new HttpPost(URI.create(letter.url()));
        request.setHeader("webhook-id", letter.id());
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader("webhook-signature", Signature.of(letter.id(), now, letter.body(), letter.secret()));
        request.setEntity(new StringEntity(letter.body(), CLOUD_EVENT));
        return request;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Enough to mend it by, and nothing of what lies behind the address. */
    private static String wordsFor(IOException failed) {
        return switch (failed) {
            case AddressForbidden _ -> "the host leads into the operator's own network";
            case UnknownHostException _ -> "the host is not known";
            case ConnectException _ -> "the host took no connection";
            case SocketTimeoutException _ -> "the receiver did not answer in time";
            case SSLException _ -> "no safe connection could be made: check the receiver's certificate";
            default -> "the connection broke before an answer";
        };
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
