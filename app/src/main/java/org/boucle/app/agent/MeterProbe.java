package org.boucle.app.agent;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.measurement.ExporterPages;
import org.boucle.features.itfootprint.measurement.Reading;

/** Asks over HTTP: a Shelly plug for its power, or an exporter of Kepler or Scaphandre for its page. */
final class MeterProbe implements Probe {
    private final URI target;
    private final boolean exporter;
    private final ExporterPages pages = new ExporterPages();

    private MeterProbe(URI target, boolean exporter) {
        this.target = target;
        this.exporter = exporter;
    }

    static MeterProbe shelly(URI target) {
        return new MeterProbe(target, false);
    }

    static MeterProbe exporter(URI target) {
        return new MeterProbe(target, true);
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        try {
            PlainHttp.Answer answer = PlainHttp.request("GET", target, "", "", new byte[0]);
            if (!answer.ok()) {
                return;
            }
            if (exporter) {
                readings.addAll(pages.read(answer.body(), now.epochMillis()));
                return;
            }
            OptionalDouble watts = MeterText.watts(answer.body());
            if (watts.isPresent()) {
                readings.add(new Reading("power.shelly", now.epochMillis(), watts.getAsDouble(), "W"));
            }
        } catch (IOException outOfReach) {
            // a meter that does not answer leaves a gap in its series, which the twin shows as such
        }
    }
}
