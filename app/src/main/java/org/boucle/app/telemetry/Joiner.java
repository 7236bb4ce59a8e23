package org.boucle.app.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.telemetry.Samples;

/** Joins pieces of rising time into one. */
final class Joiner {
    private final List<Samples> pieces = new ArrayList<>();
    private int size;

    void add(Samples piece) {
        pieces.add(piece);
        size += piece.size();
    }

    Samples samples() {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        long[] times = new long[size];
        double[] values = new double[size];
        int at = 0;
        for (Samples piece : pieces) {
            System.arraycopy(piece.times(), 0, times, at, piece.size());
            System.arraycopy(piece.values(), 0, values, at, piece.size());
            at += piece.size();
        }
        return new Samples(times, values);
    }
}
