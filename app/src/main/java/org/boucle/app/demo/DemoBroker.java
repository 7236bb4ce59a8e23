package org.boucle.app.demo;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An MQTT broker (3.1.1 and 5) on a free port of this machine only, without persistence. */
final class DemoBroker implements AutoCloseable {
    /** Held here so that its level stays: the broker would tell of every message. */
    private static final Logger BROKER_LOG = Logger.getLogger("io.moquette");

    private final Server server = new Server();
    private final int port;

    /** Starts it on the port, 0 for any free one. */
    DemoBroker(int wanted) {
        BROKER_LOG.setLevel(Level.WARNING);
        port = wanted == 0 ? freePort() : wanted;
        Properties properties = new Properties();
        properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        try {
            server.startServer(new MemoryConfig(properties));
        } catch (IOException failure) {
            throw new UncheckedIOException("Starting the demonstration's MQTT broker", failure);
        }
    }

    /** Asked for beforehand: the broker tells its own choice of a port only some time after it has begun. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("Looking for a free port", failure);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.stopServer();
    }
}
