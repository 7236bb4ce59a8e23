package org.boucle.app.energytwin;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.sse.SseSink;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.levers.LeverPractice;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;

/** Measure › the live energy twin: dashboard, machines, lines, alerts, prediction, baseline. */
public final class EnergyTwinRoom implements Room {
    private final House house;
    private final Parts parts;
    private final Dashboard dashboard;
    private final DetailPages details;
    private final AlertPages alerts;
    private final PredictionPages predictions;
    private final Tables tables;
    private final EnergyApi api;
    private final Keeper keeper;
    private final Production01Practice production01;

    public EnergyTwinRoom(House house, TelemetryStore store) {
        this.house = house;
        this.parts = Parts.of(house, store);
        this.dashboard = new Dashboard(parts);
        this.details = new DetailPages(parts);
        this.alerts = new AlertPages(parts);
        this.predictions = new PredictionPages(parts);
        this.tables = new Tables(parts, dashboard);
        this.api = new EnergyApi(parts, alerts);
        this.production01 = new Production01Practice(parts);
        this.keeper = new Keeper(house, parts.meters(), parts.readings(), parts.alerts(), parts.outlooks());
    }

    @Override
    public String name() {
        return "energytwin";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("energytwin", "001_energytwin"), new Migration("energytwin", "002_outlook"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Stage.MEASURE, "/energy", "energytwin.nav", 10, Access.SIGNED_IN),
                new NavigationEntry(Stage.MEASURE, "/energy/alerts", "energytwin.alerts", 20, Access.SIGNED_IN),
                new NavigationEntry(Stage.MEASURE, "/energy/prediction", "energytwin.prediction", 30, Access.SIGNED_IN),
                new NavigationEntry(Stage.VERIFY, "/energy/baseline", "energytwin.baseline.nav", 30, Access.SIGNED_IN));
    }

    @Override
    public List<LeverPractice> levers() {
        return List.of(production01);
    }

    @Override
    public void routes(Routes routes) {
        routes.page("/energy", Access.SIGNED_IN, dashboard::page)
                .page("/energy/part/curve", Access.SIGNED_IN, this::curvePart)
                .page("/energy/machine/{id}", Access.SIGNED_IN, details::machine)
                .page("/energy/line/{line}", Access.SIGNED_IN, details::line)
                .page("/energy/alerts", Access.SIGNED_IN, alerts::page)
                .form("/energy/alerts/acknowledge", Access.OPERATORS, alerts::acknowledge)
                .form("/energy/settings", Access.MANAGERS, alerts::settings)
                .page("/energy/prediction", Access.SIGNED_IN, predictions::prediction)
                .page("/energy/baseline", Access.SIGNED_IN, predictions::baseline)
                .page("/energy/table/{name}", Access.SIGNED_IN, tables::table)
                .file("/energy/csv/{name}", Access.SIGNED_IN, tables::csv)
                .file("/energy/alerts.csv", Access.SIGNED_IN, alerts::csv)
                .file("/energy/live", Access.SIGNED_IN, this::live);
        api.routes(routes);
    }

    private void curvePart(Exchange exchange) {
        Page page = exchange.page("energytwin.title");
        exchange.html(dashboard.curve(page, parts.needed(exchange)));
    }

    /** The changing figures, each second, until the browser leaves. */
    private void live(Exchange exchange) {
        Page page = exchange.page("energytwin.title");
        exchange.events(sink -> {
            while (!house.stopping().get()) {
                emit(exchange, page, sink);
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    private void emit(Exchange exchange, Page page, SseSink sink) {
        Optional<View> view = parts.view(exchange);
        view.ifPresent(present -> sink.emit(SseEvent.create(Json.write(
                dashboard.live(page, present, parts.alerts().book(present.site().id()))))));
    }

    @Override
    public void start() {
        Thread.ofVirtual().name("energy-keeper").start(keeper);
    }

    @Override
    public void stop() {
        keeper.stop();
    }

    /** Looks again at a site whose past has changed. */
    public void lookAgain(String site) {
        keeper.lookAgain(site);
    }

    /** Tells the pages of the demonstration's site, and how fast its time runs. */
    public void demo(String site, double speed) {
        parts.demo().updateAndGet(demo -> new DemoNotice(site, speed, demo.broker()));
    }

    /** Tells the pages where the demonstration's broker listens. */
    public void demoBroker(String address) {
        parts.demo().updateAndGet(demo -> new DemoNotice(demo.site(), demo.speed(), address));
    }

    Parts parts() {
        return parts;
    }
}
