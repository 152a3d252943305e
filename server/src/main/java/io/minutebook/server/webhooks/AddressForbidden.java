package io.minutebook.server.webhooks;

import java.net.UnknownHostException;

/** A host that leads to an address which may not be sent to. */
final class AddressForbidden extends UnknownHostException {

    AddressForbidden(String host) {
        super(host + " leads into the operator's own network");
    }
}
