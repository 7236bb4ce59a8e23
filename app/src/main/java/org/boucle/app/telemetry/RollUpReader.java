package org.boucle.app.telemetry;

import org.boucle.features.telemetry.ChunkCodec;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;

/** Rolls one series after the other up while its chunks are decoded, without keeping their points. */
final class RollUpReader {
    private final long from;
    private final long to;
    private final long step;
    private final ChunkCodec codec = new ChunkCodec();

    RollUpReader(long from, long to, long step) {
        this.from = from;
        this.to = to;
        this.step = step;
    }

    /** Points one day before and after are read too, for the share of the border buckets. */
    RollUp of(SeriesInfo info, Samples fresh, Chunks.RangeReader reader) {
        RollUp grid = RollUp.empty(from, to, step);
        RollUp.Filler filler = new RollUp.Filler(info, grid, TelemetryStore.greatestGap(info));
        Joiner overlapping = new Joiner();
        long freshFrom = fresh.isEmpty() ? Long.MAX_VALUE : fresh.firstTime();
        reader.read(info.id(), from - Chunks.DAY, to, body -> {
            int n = codec.read(body);
            if (codec.times()[n - 1] < freshFrom) {
                filler.add(codec.times(), codec.values(), n);
            } else {
                overlapping.add(codec.decode(body));
            }
        });
        filler.add(overlapping.samples().merge(fresh));
        return filler.result();
    }
}
