package org.boucle.app.self;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.boucle.app.agent.HostMeter;
import org.boucle.app.pages.Page;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.OwnFootprint;
import org.boucle.features.itfootprint.service.OwnFootprint.Cost;
import org.boucle.features.itfootprint.service.OwnFootprint.Part;

/** The own footprint as its page shows it. */
public final class SelfView {
    private final Cost cost;
    private final long since;
    private final SelfMeter meter;
    private final ServerPlace place;

    SelfView(Cost cost, long since, SelfMeter meter, ServerPlace place) {
        this.cost = cost;
        this.since = since;
        this.meter = meter;
        this.place = place;
    }

    public Optional<Instant> since() {
        return since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
    }

    public Estimate wattHours() {
        return cost.kilowattHours().times(1000);
    }

    public List<Part> parts() {
        return List.copyOf(cost.impacts().keySet());
    }

    public List<Criterion> criteria() {
        return Criterion.USUAL;
    }

    public Optional<Estimate> cell(Part part, Criterion criterion) {
        return Optional.ofNullable(cost.impacts().get(part)).map(impacts -> impacts.get(criterion));
    }

    public Optional<Estimate> total(Criterion criterion) {
        return cost.total(criterion);
    }

    public boolean measured() {
        return meter.isMeasured();
    }

    public ServerPlace place() {
        return place;
    }

    /** The place in words: its name, or that it is not known. */
    public String placeName(Page page) {
        String key = "itfootprint.option." + place.code();
        String named = page.t(key);
        return named.startsWith("[")
                ? place.name().orElse(page.t("self.place.unknown")) + " (" + place.code() + ")"
                : named + " (" + place.code() + ")";
    }

    public HostMeter.Machine machine() {
        return meter.machine();
    }

    public OwnFootprint.Rates rates() {
        return meter.rates();
    }

    /** A figure in the unit of the page: grams and micrograms, since a server costs little. */
    public double scaled(Criterion criterion, double value) {
        return switch (criterion) {
            case GWP -> value * 1e3;
            case ADP -> value * 1e9;
            default -> value * 1e3;
        };
    }

    public String unit(Criterion criterion) {
        return switch (criterion) {
            case GWP -> "gCO₂e";
            case ADP -> "µgSbe";
            default -> "kJ";
        };
    }

    /** Three significant digits. */
    public String figure(Page page, double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return page.n(0);
        }
        double unit = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
        return page.n(Math.rint(value * unit) / unit);
    }
}
