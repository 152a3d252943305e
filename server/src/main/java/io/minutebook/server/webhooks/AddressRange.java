package io.minutebook.server.webhooks;

import java.net.InetAddress;
import java.util.Arrays;

/** All addresses that begin with the same bits, as in {@code 10.0.0.0/8} or {@code fc00::/7}. */
record AddressRange(InetAddress first, int bits) {

    AddressRange {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("no such range: " + first + "/" + bits);
        }
    }

    /** A single address is a range of one. */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = address.getAddress().length * Byte.SIZE;
        return new AddressRange(address, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        var ours = first.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) return false;
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) return false;
        int rest = bits % Byte.SIZE;
        if (rest == 0) return true;
        int mask = 0xFF << (Byte.SIZE - rest);
        return (ours[whole] & mask) == (theirs[whole] & mask);
    }
}
