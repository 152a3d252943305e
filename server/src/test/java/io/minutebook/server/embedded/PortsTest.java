package io.minutebook.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void refusesAPortThatSomebodyElseHolds() throws IOException {
        try (var foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.claim(foreign.getLocalPort(), "Kafka", "--kafka-port"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll(
                            Integer.toString(foreign.getLocalPort()), "Kafka", "--kafka-port");
        }
    }

    @Test
    void findsAFreeOneForZeroAndKeepsAFreeOneThatIsNamed() {
        var free = Ports.claim(0, "Kafka", "--kafka-port");

        assertThat(free).isPositive();
        assertThat(Ports.claim(free, "Kafka", "--kafka-port")).isEqualTo(free);
    }
}
