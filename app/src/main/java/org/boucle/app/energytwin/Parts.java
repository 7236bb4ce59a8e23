package org.boucle.app.energytwin;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.NotFound;
import org.boucle.app.sites.Site;
import org.boucle.app.telemetry.TelemetryStore;

/** What the pages of this room share. */
record Parts(
        House house,
        Meters meters,
        Readings readings,
        Plans plans,
        AlertKeeper alerts,
        Outlooks outlooks,
        StateBook states,
        Figures figures,
        AtomicReference<DemoNotice> demo) {
    static Parts of(House house, TelemetryStore store) {
        Readings readings = new Readings(store);
        Plans plans = new Plans(house.database());
        return new Parts(
                house,
                new Meters(house.database(), store.series()),
                readings,
                plans,
                new AlertKeeper(house),
                new Outlooks(readings, plans, new OutlookBook(house.database())),
                new StateBook(readings),
                new Figures(readings, plans),
                new AtomicReference<>(DemoNotice.NONE));
    }

    Optional<View> view(Exchange exchange) {
        return View.of(house, meters, readings, exchange);
    }

    /** The view of a page that makes no sense without readings. */
    View needed(Exchange exchange) {
        return view(exchange).orElseThrow(() -> new NotFound("readings"));
    }

    Site site(Exchange exchange) {
        return house.sites().find(exchange.path("site")).orElseThrow(() -> new NotFound("site"));
    }

    Meter machine(View view, String id) {
        return view.meters().stream()
                .filter(meter -> Long.toString(meter.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("machine " + id));
    }
}
