package io.minutebook.server.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks hosts up for the HTTP client, which connects to these very addresses and to no others: a name that led outside
 * when it was set and leads inside when it is sent to is refused then.
 */
final class VettedHosts implements DnsResolver {

    private final DnsResolver names;
    private final AddressRules rules;

    VettedHosts(AddressRules rules) {
        this(rules, SystemDefaultDnsResolver.INSTANCE);
    }

    VettedHosts(AddressRules rules, DnsResolver names) {
        this.rules = rules;
        this.names = names;
    }

    /** All of them or none: one address inside is enough to distrust the name. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        boolean areAllPermitted = List.of(addresses).stream().allMatch(address -> rules.permits(host, address));
        if (!areAllPermitted) throw new AddressForbidden(host);
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
