package io.minutebook.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private final AddressRules strict = new AddressRules(List.of());

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "0.0.0.0, this host",
        "0.1.2.3, this network",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "100.64.0.1, carriers",
        "100.127.255.255, carriers",
        "100.100.100.200, metadata of Alibaba",
        "169.254.169.254, metadata of AWS and Google",
        "169.254.0.1, link-local",
        "168.63.129.16, host of Azure",
        "192.0.0.192, metadata of Oracle",
        "192.0.2.1, documentation",
        "198.51.100.1, documentation",
        "203.0.113.1, documentation",
        "198.18.0.1, benchmarks",
        "192.88.99.1, relays of 6to4",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, broadcast",
        "::, this host",
        "::1, loopback",
        "fe80::1, link-local",
        "fec0::1, site-local",
        "fc00::1, unique local",
        "fd00:ec2::254, metadata of AWS",
        "ff02::1, multicast",
        "::ffff:10.0.0.1, IPv4 mapped",
        "::10.0.0.1, IPv4 compatible",
        "64:ff9b::10.0.0.1, NAT64",
        "64:ff9b:1::10.0.0.1, local NAT64",
        "2002:a00:1::1, 6to4",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, Teredo",
        "2001:db8::1, documentation",
        "3fff::1, documentation",
        "100::1, discarded",
        "5f00::1, segment routing",
    })
    void addressesInsideMayNotBeSentTo(String address, String what) {
        assertThat(strict.permits("example.com", InetAddress.ofLiteral(address))).as(what).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "169.253.255.255",
        "192.0.1.1", "223.255.255.255", "::ffff:8.8.8.8", "2606:4700::1111", "2001:4860:4860::8888", "2400:3200::1"
    })
    void addressesOfTheInternetMay(String address) {
        assertThat(strict.permits("example.com", InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void whatIsAllowedMayAndItsNeighboursMayNot() {
        var rules = new AddressRules(List.of("10.1.0.0/16", "fd12::/16", "192.168.7.7", "Billing.internal"));

        assertThat(rules.permits("a.example.com", InetAddress.ofLiteral("10.1.255.255"))).isTrue();
        assertThat(rules.permits("a.example.com", InetAddress.ofLiteral("10.2.0.0"))).isFalse();
        assertThat(rules.permits("a.example.com", InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(rules.permits("a.example.com", InetAddress.ofLiteral("fd13::1"))).isFalse();
        assertThat(rules.permits("a.example.com", InetAddress.ofLiteral("192.168.7.7"))).isTrue();
        assertThat(rules.permits("a.example.com", InetAddress.ofLiteral("192.168.7.8"))).isFalse();
        assertThat(rules.permits("billing.INTERNAL", InetAddress.ofLiteral("172.16.0.1"))).isTrue();
        assertThat(rules.permits("billing.internal.example.com", InetAddress.ofLiteral("172.16.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "fd00::/129", "1.2.3.4.5"})
    void aRangeThatIsNoneIsAnError(String range) {
        assertThatThrownBy(() -> new AddressRules(List.of(range))).isInstanceOf(IllegalArgumentException.class);
    }
}
