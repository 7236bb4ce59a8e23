package org.boucle.app.self;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.OwnFootprint.Cost;

/** The server's own footprint: a thread that wakes each minute, a page, an API, the line in every footer. */
public final class SelfRoom implements Room {
    private static final long SLICE_MILLIS = 60_000;
    private static final int SLICES_PER_WRITE = 5;
    private final House house;
    private final SelfStore store;
    private final SelfMeter meter;
    private final ServerPlace place;
    private Thread thread = new Thread(() -> {});
    private volatile SelfStore.Kept kept = new SelfStore.Kept(0, new Cost(Estimate.ZERO, Map.of()));
    private volatile Cost shown = new Cost(Estimate.ZERO, Map.of());

    /** The electricity's country is {@code BOUCLE_PLACE}, three letters, else that of the time zone, else Europe. */
    public SelfRoom(House house) {
        this.house = house;
        this.store = new SelfStore(house.database());
        this.place = ServerPlace.of(
                Optional.ofNullable(System.getenv("BOUCLE_PLACE")),
                ZoneId.systemDefault().getId());
        this.meter = new SelfMeter(house.directory(), place.code());
    }

    @Override
    public String name() {
        return "self";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("self", "001_hours"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(NavigationEntry.Stage.VERIFY, "/self", "self.title", 90, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        routes.page("/self", Access.SIGNED_IN, this::page)
                .get(
                        "/api/self",
                        Access.PUBLIC,
                        ApiDoc.of("own footprint", "What this server itself has cost since it was installed"),
                        exchange -> exchange.json(json()));
    }

    @Override
    public void start() {
        kept = store.total();
        shown = kept.cost();
        house.ownCost().set(this::footer);
        thread = Thread.ofVirtual().name("own-footprint").start(this::measure);
    }

    private void measure() {
        int slices = 0;
        try {
            while (!house.stopping().get()) {
                Thread.sleep(slices == 0 ? SLICE_MILLIS / 12 : SLICE_MILLIS);
                refresh();
                slices++;
                if (slices % SLICES_PER_WRITE == 0) {
                    keep();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        shown = SelfMeter.plus(kept.cost(), meter.slice());
    }

    private synchronized void keep() {
        Cost cost = meter.take();
        try {
            store.add(house.clock().millis(), cost);
            kept = store.total();
        } catch (RuntimeException storeAway) {
            meter.putBack(cost);
            throw storeAway;
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
        refresh();
        keep();
    }

    /** The line of every page's footer; empty during the first seconds. */
    private String footer(Language language) {
        Cost cost = shown;
        if (cost.kilowattHours().value() == 0) {
            return "";
        }
        double grams = cost.total(Criterion.GWP).orElse(Estimate.ZERO).value() * 1000;
        return house.messages()
                .get(
                        language,
                        "self.footer",
                        figure(cost.kilowattHours().value() * 1000, language),
                        figure(grams, language));
    }

    private static String figure(double value, Language language) {
        if (value == 0) {
            return "0";
        }
        double unit = Math.pow(10, 1 - Math.floor(Math.log10(Math.abs(value))));
        return Quantity.number(Math.rint(value * unit) / unit, language);
    }

    private void page(Exchange exchange) {
        refresh();
        exchange.render(
                "self/self.jte",
                exchange.page("self.title"),
                Map.of("view", new SelfView(shown, kept.since(), meter, place)));
    }

    private Map<String, Object> json() {
        refresh();
        Cost cost = shown;
        Map<String, Object> parts = new LinkedHashMap<>();
        cost.impacts().forEach((part, impacts) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            impacts.forEach((criterion, amount) -> values.put(criterion.key(), estimate(amount, criterion.unit())));
            parts.put(part.name().toLowerCase(Locale.ROOT), values);
        });
        Map<String, Object> total = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.USUAL) {
            cost.total(criterion).ifPresent(sum -> total.put(criterion.key(), estimate(sum, criterion.unit())));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "since",
                kept.since() == 0 ? "" : Instant.ofEpochMilli(kept.since()).toString());
        json.put("energy", estimate(cost.kilowattHours(), "kWh"));
        json.put("total", total);
        json.put("parts", parts);
        json.put("power_origin", meter.isMeasured() ? "measured" : "computed");
        json.put("electricity_place", meter.place());
        json.put("electricity_place_origin", place.origin().name().toLowerCase(Locale.ROOT));
        json.put("virtual_machine", meter.machine().virtual());
        json.put("method", "docs/methods/own-footprint.md");
        return json;
    }

    private static Map<String, Object> estimate(Estimate estimate, String unit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", estimate.value());
        json.put("min", estimate.min());
        json.put("max", estimate.max());
        json.put("unit", unit);
        return json;
    }
}
