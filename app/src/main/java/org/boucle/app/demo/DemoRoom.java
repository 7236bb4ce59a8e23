package org.boucle.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.boucle.app.accounts.Access;
import org.boucle.app.energytwin.EnergyTwinRoom;
import org.boucle.app.ingest.Intake;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.simulation.Factory;
import org.boucle.features.energytwin.simulation.Signal;

/** Runs the demonstration where the house is one: past, broker, machines, and the speed of their time. */
public final class DemoRoom implements Room {
    /** Id of the site of the demonstration, for rooms that add their sample to it. */
    public static final String SITE = DemoSite.SITE.id();

    /** Seconds of the factory's life in a second of ours, until somebody chooses otherwise. */
    static final double USUAL_SPEED = 20;

    private static final System.Logger LOG = System.getLogger(DemoRoom.class.getName());
    private final House house;
    private final TelemetryStore store;
    private final Intake intake;
    private final EnergyTwinRoom energy;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile double speed = USUAL_SPEED;
    private Thread life = Thread.ofVirtual().unstarted(() -> {});

    public DemoRoom(House house, TelemetryStore store, Intake intake, EnergyTwinRoom energy) {
        this.house = house;
        this.store = store;
        this.intake = intake;
        this.energy = energy;
        this.speed = Double.parseDouble(System.getProperty("boucle.demo.speed", Double.toString(USUAL_SPEED)));
    }

    /** The simulated site, as other parts of the demonstration name it. */
    public static Site site() {
        return DemoSite.SITE;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public void routes(Routes routes) {
        routes.form("/demo/speed", Access.OPERATORS, exchange -> {
            String asked = exchange.form().text("speed");
            if (!asked.matches("\\d{1,4}") || Integer.parseInt(asked) > 600) {
                throw BadInput.of(Place.ofField("speed"), "energytwin.speed", asked);
            }
            speed = Integer.parseInt(asked);
            energy.demo(DemoSite.SITE.id(), speed);
            exchange.redirect("/energy");
        });
    }

    @Override
    public void start() {
        if (!house.demo()) {
            return;
        }
        energy.demo(DemoSite.SITE.id(), speed);
        DemoLife past = new DemoLife(
                house, store, DemoSite.register(house, store), house.clock().instant());
        // a new store is filled before the first page opens; one that knows its past opens at once
        Optional<DemoLife.Present> filled = past.isYearMissing() ? Optional.of(past.recent()) : Optional.empty();
        life = Thread.ofPlatform().name("demo").daemon(true).start(() -> live(past, filled.orElseGet(past::recent)));
    }

    private void live(DemoLife past, DemoLife.Present present) {
        Thread year = Thread.ofPlatform().name("demo-year").daemon(true).unstarted(() -> {
            past.year(stopped::get);
            energy.lookAgain(DemoSite.SITE.id());
            if (!past.isYearMissing()) {
                DemoDecision.tell(house, energy, past.habitEnded());
            }
        });
        if (past.isYearMissing()) {
            year.start();
        }
        while (!stopped.get()) {
            try (DemoBroker broker = new DemoBroker(Integer.getInteger("boucle.demo.mqtt", 0));
                    DemoMqtt mqtt = new DemoMqtt(broker.port(), intake)) {
                energy.demoBroker("mqtt://127.0.0.1:" + broker.port());
                run(mqtt, present);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (!stopped.get()) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "The demonstration's broker failed; starting another",
                            failure);
                }
            }
        }
    }

    private void run(DemoMqtt mqtt, DemoLife.Present present) throws InterruptedException {
        Factory factory = present.factory();
        Instant declared = factory.now();
        double owed = 0;
        while (!stopped.get()) {
            long began = System.nanoTime();
            double free =
                    Duration.between(factory.now(), house.clock().instant()).toMillis() / 1000.0;
            owed = Math.min(owed + speed, Math.max(0, free));
            while (owed >= 1 && !stopped.get()) {
                double seconds = Math.min(owed, 30);
                double[] values = factory.step(seconds);
                for (int i = 0; i < values.length; i++) {
                    values[i] += Signal.ALL.get(i).cumulative() ? present.offsets()[i] : 0;
                }
                mqtt.publish(factory.now().toEpochMilli(), values);
                owed -= seconds;
            }
            if (factory.now().isAfter(declared.plusSeconds(600))) {
                DemoSite.declare(house, declared, factory.now());
                declared = factory.now();
            }
            TimeUnit.NANOSECONDS.sleep(Math.max(1, 1_000_000_000 - (System.nanoTime() - began)));
        }
    }

    @Override
    public void stop() {
        stopped.set(true);
        life.interrupt();
        try {
            life.join(5_000);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
