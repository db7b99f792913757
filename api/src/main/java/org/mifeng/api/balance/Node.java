package org.mifeng.api.balance;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A node behind the balancer, and what is known of it. */
final class Node {
    private final String host;
    private final int port;
    private volatile boolean ready;
    private volatile boolean alive;

    Node(String host, int port) {
        this.host = host;
        this.port = port;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Whether it answers and has caught up. */
    boolean isReady() {
        return ready;
    }

    /** Whether it answers at all. */
    boolean isAlive() {
        return alive;
    }

    /** What its health check said. */
    void answered(boolean isReady) {
        alive = true;
        ready = isReady;
    }

    /** It could not be reached. */
    void silent() {
        alive = false;
        ready = false;
    }

    /** How much a kiosk prefers this node: always the same, and evenly spread (rendezvous hashing). */
    long preferenceOf(String kiosk) {
        CRC32C hash = new CRC32C();
        hash.update((kiosk + "@" + this).getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
