package io.minutebook.server.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses may be sent to: those of the public Internet, and those inside that were allowed by name or range.
 * An address inside would make this server a door into the operator's network.
 */
final class AddressRules {

    /** Special-purpose ranges of IPv4, and Azure's host service, which is public by its number only. */
    private static final List<AddressRange> CLOSED_4 = ranges(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16");

    /** All else of IPv6 is loopback, link-local, unique local, multicast, or IPv4 in other clothes. */
    private static final AddressRange OPEN_6 = AddressRange.parse("2000::/3");

    /** Within that: protocol assignments with Teredo, documentation, and 6to4, which holds an IPv4 address. */
    private static final List<AddressRange> CLOSED_6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final Set<String> allowedHosts = new HashSet<>();
    private final List<AddressRange> allowedRanges = new ArrayList<>();

    /**
     * Rules with exceptions.
     *
     * @param allowed hosts, addresses and ranges that may be sent to although they lie inside
     */
    AddressRules(List<String> allowed) {
        for (var entry : allowed) {
            if (entry.indexOf(':') >= 0 || entry.matches("[0-9./]+")) allowedRanges.add(AddressRange.parse(entry));
            else allowedHosts.add(entry.toLowerCase(Locale.ROOT));
        }
    }

    private static List<AddressRange> ranges(String... texts) {
        return List.of(texts).stream().map(AddressRange::parse).toList();
    }

    boolean permits(String host, InetAddress address) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT))
                || isIn(allowedRanges, address)
                || isPublic(address);
    }

    /** An IPv4 address that is written as an IPv6 one has become an IPv4 address by now. */
    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(CLOSED_4, address)
                : OPEN_6.contains(address) && !isIn(CLOSED_6, address);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
