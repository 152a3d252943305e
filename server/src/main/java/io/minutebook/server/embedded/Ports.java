package io.minutebook.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback address. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

    /**
     * The port itself when it is free, any free one for 0.
     *
     * @param option the command line's option that chooses another one
     * @throws CannotStart when somebody else listens on it
     */
    public static int claim(int port, String whatFor, String option) {
        if (port < 0 || port > HIGHEST) {
            throw new CannotStart("%d is no port for %s: choose one up to %d with %s"
                    .formatted(port, whatFor, HIGHEST, option));
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new CannotStart(
                    "port %d for %s is held by another program: stop it or choose another with %s"
                    .formatted(port, whatFor, option), taken);
        }
    }
}
