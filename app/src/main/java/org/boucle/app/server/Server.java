package org.boucle.app.server;

import io.helidon.common.mapper.DefaultMapperProvider__ServiceDescriptor;
import io.helidon.common.mapper.DefaultResolverService__ServiceDescriptor;
import io.helidon.common.mapper.MappersFactory__ServiceDescriptor;
import io.helidon.http.DirectHandler;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.accounts.Account;
import org.boucle.app.pages.Assets;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.Pages;
import org.boucle.app.store.Migrations;

/** The HTTP server of all rooms. Construct, {@link #start()}, {@link #close()}. */
public final class Server implements AutoCloseable {
    private static final long LARGEST_BODY = 64L << 20;
    /** Longer ones are refused by the transport, which closes the line while the body is still being sent. */
    private static final int LONGEST_ADDRESS = 64 << 10;

    private final House house;
    private final List<Room> rooms;
    private final List<Route> routes;
    private final WebServer http;
    private Thread frugal = Thread.ofVirtual().unstarted(() -> {});

    /** @param host address to listen on, {@code 127.0.0.1} unless others may reach it; @param port 0 for any free one */
    public Server(House house, List<Room> rooms, String host, int port) {
        this.house = house;
        this.rooms = List.copyOf(rooms);
        Migrations.run(
                house.database(),
                rooms.stream().flatMap(room -> room.migrations().stream()).toList());
        List<NavigationEntry> navigation =
                rooms.stream().flatMap(room -> room.navigation().stream()).toList();
        Pages pages = new Pages(house, new Assets(), navigation);
        this.routes = collect(rooms);
        Gate gate = new Gate(house, pages);
        withoutDiscovery();
        this.http = WebServer.builder()
                .host(host)
                .port(port)
                .maxPayloadSize(LARGEST_BODY)
                .protocolsDiscoverServices(false) // only ours
                .addConnectionSelector(new Connections(
                        Http1Config.builder().maxPrologueLength(LONGEST_ADDRESS).build()))
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofSeconds(1))
                .connectionOptions(
                        socket -> socket.tcpNoDelay(true)) // an answer in two writes would wait 40 ms for its end
                .idleConnectionTimeout(Duration.ofMinutes(2))
                .directHandlers(direct -> direct.addHandler(DirectHandler.EventType.INTERNAL_ERROR, Server::refuse))
                .routing(routing -> register(routing, gate))
                .build();
    }

    /**
     * Tells the transport that it has no services to look for on the class path: the look-up opens every library and reads
     * their lists, a quarter of the start, and finds only what is set here by hand.
     */
    private static void withoutDiscovery() {
        if (!GlobalServiceRegistry.configured()) {
            ServiceRegistryConfig none = ServiceRegistryConfig.builder()
                    .discoverServices(false)
                    .discoverServicesFromServiceLoader(false)
                    .addServiceDescriptor(MappersFactory__ServiceDescriptor.INSTANCE)
                    .addServiceDescriptor(DefaultMapperProvider__ServiceDescriptor.INSTANCE)
                    .addServiceDescriptor(DefaultResolverService__ServiceDescriptor.INSTANCE)
                    .build();
            GlobalServiceRegistry.registry(ServiceRegistryManager.create(none).registry());
        }
    }

    /** What the transport itself cannot read, such as a method with stray bytes: all else fails inside {@link Gate}. */
    private static DirectHandler.TransportResponse refuse(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        return DirectHandler.TransportResponse.builder()
                .status(Status.BAD_REQUEST_400)
                .headers(headers)
                .keepAlive(false)
                .build();
    }

    private List<Route> collect(List<Room> all) {
        Routes collected = new Routes();
        List<Route> seen = new ArrayList<>();
        collected.get(
                "/api/openapi.json",
                org.boucle.app.accounts.Access.PUBLIC,
                ApiDoc.of("house", "This document"),
                exchange -> exchange.json(OpenApi.document(seen)));
        all.forEach(room -> room.routes(collected));
        seen.addAll(collected.list());
        return seen;
    }

    /** Paths without parameters are found in a map, before the transport goes through the list of those with. */
    private void register(HttpRouting.Builder routing, Gate gate) {
        Map<String, Route> exact = new HashMap<>();
        for (Route route : routes) {
            if (route.path().indexOf('{') < 0) {
                exact.putIfAbsent(route.method() + " " + route.path(), route);
            }
        }
        routing.any((request, answer) -> {
            String path = request.prologue().uriPath().rawPath();
            Route route = exact.get(request.prologue().method().text() + " " + path);
            if (route == null) {
                answer.next();
            } else {
                gate.pass(route, request, answer);
            }
        });
        for (Route route : routes) {
            routing.route(
                    Method.create(route.method()),
                    route.path(),
                    (request, answer) -> gate.pass(route, request, answer));
        }
        routing.any((request, answer) -> gate.refuse(request, answer, routes));
    }

    public void start() {
        if (house.demo()) {
            demonstrateOnce();
        }
        rooms.forEach(Room::start);
        http.start();
        frugal = Frugal.start();
    }

    private void demonstrateOnce() {
        String known = "SELECT value FROM setting WHERE name = 'demonstrated'";
        if (house.database()
                .read(sql -> sql.find(known, row -> row.getString(1)))
                .isEmpty()) {
            Account demo = house.accounts().findOrCreateDemo();
            rooms.forEach(room -> room.demonstrate(demo));
            house.database().change(sql -> sql.run("INSERT INTO setting (name, value) VALUES ('demonstrated', 'yes')"));
        }
    }

    public int port() {
        return http.port();
    }

    public House house() {
        return house;
    }

    @Override
    public void close() {
        house.stopping().set(true);
        frugal.interrupt();
        http.stop();
        rooms.reversed().forEach(Room::stop);
        house.database().close();
    }
}
