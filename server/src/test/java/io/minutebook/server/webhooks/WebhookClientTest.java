package io.minutebook.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");
    private static final InetAddress OWN = InetAddress.getLoopbackAddress();

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer receiver = listening();

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(OWN, 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void receive() {
        receiver.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "http://" + OWN.getHostAddress() + "/elsewhere");
            int status = exchange.getRequestURI().getPath().equals("/moved") ? 307 : 204;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void aNameIsConnectedToTheAddressThatWasVetted() {
        try (var client = client(List.of("billing.test"), names(OWN))) {
            assertThat(client.send(letter("http://billing.test:%d/")).isTaken()).isTrue();
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void aNameThatLeadsInsideByTheTimeItIsSentToIsNotConnected() {
        var names = names(PUBLIC, OWN);
        var hosts = new VettedHosts(new AddressRules(List.of()), names);
        WebhookAddress.parse("http://rebound.test/").require(true, hosts);
        try (var client = new WebhookClient(hosts, InstantSource.system())) {
            var attempt = client.send(letter("http://rebound.test:%d/"));
            assertThat(attempt.error()).isEqualTo("the host leads into the operator's own network");
        }
        assertThat(requests).hasValue(0);
    }

    /** Each is a way of writing the address of this machine. */
    @ParameterizedTest
    @ValueSource(strings = {
        "http://127.0.0.1:%d/", "http://[::1]:%d/", "http://[::ffff:127.0.0.1]:%d/", "http://2130706433:%d/",
        "http://localhost:%d/", "http://127.1:%d/", "http://0.0.0.0:%d/", "http://0x7f000001:%d/"
    })
    void noWayOfWritingAnAddressInsideIsConnected(String url) {
        var hosts = new VettedHosts(new AddressRules(List.of()));
        try (var client = new WebhookClient(hosts, InstantSource.system())) {
            assertThat(client.send(letter(url)).error())
                    .isIn("the host leads into the operator's own network", "the host is not known");
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        try (var client = client(List.of("billing.test"), names(OWN, OWN))) {
            assertThat(client.send(letter("http://billing.test:%d/moved")).status()).isEqualTo(307);
        }
        assertThat(requests).hasValue(1);
    }

    private Letter letter(String url) {
        return new Letter("a:1", url.formatted(receiver.getAddress().getPort()), "{}", Secret.next());
    }

    private static WebhookClient client(List<String> allowed, DnsResolver names) {
        return new WebhookClient(new VettedHosts(new AddressRules(allowed), names), InstantSource.system());
    }

    /** Whatever is asked for lies at these addresses, one after the other. */
    private static DnsResolver names(InetAddress... addresses) {
        Deque<InetAddress> next = new ArrayDeque<>(List.of(addresses));
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return new InetAddress[] {next.removeFirst()};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
