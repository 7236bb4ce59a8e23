package org.boucle.app.intensity;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.factors.VaryingFactor;
import org.boucle.core.units.Units;

/**
 * An hourly intensity with where it comes from.
 *
 * @param key its id in the store, or {@code site} for the signal of a site
 * @param note what was left out on the way; may be empty
 */
public record IntensitySeries(String key, String name, String layout, String note, VaryingFactor factor) {
    /** Shortest span that makes a series. */
    static final Duration HOUR = Duration.ofHours(1);

    static IntensitySeries of(
            String key,
            String name,
            String country,
            String layout,
            String source,
            String note,
            Instant start,
            double[] kilograms) {
        double mean =
                Arrays.stream(kilograms).filter(v -> !Double.isNaN(v)).average().orElse(0);
        Instant end = start.plus(HOUR.multipliedBy(kilograms.length - 1L));
        Factor base = new Factor(
                "hourly-" + key,
                "electricity.grid.hourly",
                Name.of(name),
                "ghg",
                mean,
                Units.KILOWATT_HOUR,
                new Geography(country),
                new Period(
                        start.atZone(ZoneOffset.UTC).getYear(),
                        end.atZone(ZoneOffset.UTC).getYear()),
                Boundary.CRADLE_TO_GATE,
                GwpSet.UNSTATED,
                Uncertainty.assumed(1.1, "The source states no spread"),
                new Source(source, layout, "as stated by its source"));
        return new IntensitySeries(key, name, layout, note, new VaryingFactor(base, start, HOUR, kilograms));
    }

    static byte[] bytes(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    static double[] values(byte[] body) {
        ByteBuffer buffer = ByteBuffer.wrap(body);
        double[] values = new double[body.length / 4];
        Arrays.setAll(values, i -> buffer.getFloat(4 * i));
        return values;
    }

    public Instant end() {
        return factor.start().plus(HOUR.multipliedBy(factor.values().length));
    }
}
