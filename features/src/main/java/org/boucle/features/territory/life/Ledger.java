package org.boucle.features.territory.life;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.boucle.features.territory.inventory.Profile;

/**
 * Promised against measured, month by month. The promise of a year spreads over the months as both sides run: by the
 * smaller of the two shares of each month.
 */
public record Ledger(List<Line> lines) {
    /** From this share of the promise on a month counts as kept. */
    private static final double KEPT = 0.95;

    private static final double CLOSE = 0.8;
    private static final double MORE = 1.05;

    public Ledger {
        lines = List.copyOf(lines);
    }

    /** How a month stands to its promise. */
    public enum Status {
        /** At least 105 %. */
        MORE,
        /** From 95 %. */
        KEPT,
        /** From 80 %. */
        CLOSE,
        SHORT,
        /** The month is not over. */
        UNDER_WAY,
        /** Nothing was promised for the month. */
        NO_PROMISE
    }

    /**
     * One month, amounts in the base unit of the flow's kind.
     *
     * @param share measured over promised; 0 where nothing was promised
     */
    public record Line(YearMonth month, double promised, double measured, double share, Status status) {}

    /** @param now the month that is not over */
    public static Ledger of(Synergy synergy, Profile out, Profile in, YearMonth now) {
        double[] common = new double[Profile.MONTHS];
        double sum = 0;
        for (int m = 0; m < common.length; m++) {
            common[m] = Math.min(out.share(m), in.share(m));
            sum += common[m];
        }
        List<Line> lines = new ArrayList<>();
        for (Synergy.Measured measured : synergy.measured()) {
            YearMonth month = YearMonth.parse(measured.period());
            double share = sum > 0 ? common[month.getMonthValue() - 1] / sum : 1.0 / Profile.MONTHS;
            double promised = synergy.promisedPerYear() * share;
            double kept = promised > 0 ? measured.amount() / promised : 0;
            lines.add(new Line(month, promised, measured.amount(), kept, status(promised, kept, !month.isBefore(now))));
        }
        return new Ledger(lines);
    }

    private static Status status(double promised, double kept, boolean underWay) {
        if (underWay) {
            return Status.UNDER_WAY;
        }
        if (!(promised > 0)) {
            return Status.NO_PROMISE;
        }
        if (kept >= MORE) {
            return Status.MORE;
        }
        if (kept >= KEPT) {
            return Status.KEPT;
        }
        return kept >= CLOSE ? Status.CLOSE : Status.SHORT;
    }

    /** Sums over the months that are over. */
    public Line whole() {
        double promised = 0;
        double measured = 0;
        for (Line line : lines) {
            boolean counts = line.status() != Status.UNDER_WAY;
            promised += counts ? line.promised() : 0;
            measured += counts ? line.measured() : 0;
        }
        double kept = promised > 0 ? measured / promised : 0;
        YearMonth month =
                lines.isEmpty() ? YearMonth.of(2000, 1) : lines.getLast().month();
        return new Line(month, promised, measured, kept, status(promised, kept, false));
    }
}
