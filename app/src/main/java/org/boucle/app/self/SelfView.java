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

    SelfView(Cost cost, long since, SelfMeter meter) {
        this.cost = cost;
        this.since = since;
        this.meter = meter;
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

    public String place() {
        return meter.place();
    }

    public HostMeter.Machine machine() {
        return meter.machine();
    }

    public OwnFootprint.Rates rates() {
        return meter.rates();
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
