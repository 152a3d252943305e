package io.minutebook.server.api;

import io.minutebook.server.fixture.LedgerServer;

/** One server for all tests that keep to accounts of their own. */
final class SharedServer {

    private static final LedgerServer SERVER = start();

    private SharedServer() {}

    static LedgerServer server() {
        return SERVER;
    }

    static Caller operator() {
        return Caller.operatorOf(SERVER);
    }

    private static LedgerServer start() {
        var server = LedgerServer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
