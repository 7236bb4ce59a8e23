package org.boucle.app.ingest;

import java.util.Optional;
import org.boucle.app.telemetry.LastValue;
import org.boucle.features.telemetry.SeriesInfo;

/** One series with its newest value, as pages show it. */
public record Meter(SeriesInfo info, Optional<LastValue> last) {}
