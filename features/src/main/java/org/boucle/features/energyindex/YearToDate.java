package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index of a year that is not over, from what meters and counters gave day by day, and the drifts of the posts'
 * specific consumptions ("identifier en temps réel les éventuelles dérives de consommation", last paragraph of the note).
 *
 * @param table table 5 on the quantities and energies since the first day
 * @param days number of days up to the last one on which a post moved
 */
public record YearToDate(SiteYear table, int days, List<PostDrift> drifts) {

    /** Days with production after which a post's specific consumption is judged. */
    public static final int QUIET_DAYS = 20;

    /** Smallest standard deviation taken for noise, as a share of the mean. */
    public static final double NOISE_FLOOR = 0.01;

    /**
     * What one post did, day by day.
     *
     * @param quantity quantity of each day, in the post's unit
     * @param energy primary energy of each day in the agreement's unit, empty without a sub-meter
     */
    public record PostDays(String post, double[] quantity, double[] energy) {
        public PostDays {
            if (energy.length != 0 && energy.length != quantity.length) {
                throw new IllegalArgumentException("Post " + post + " has " + quantity.length + " days of quantity but "
                        + energy.length + " of energy. Maybe the two were rolled up over different spans?");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PostDays(String p, double[] q, double[] e)
                    && p.equals(post)
                    && Arrays.equals(q, quantity)
                    && Arrays.equals(e, energy);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * post.hashCode() + Arrays.hashCode(quantity)) + Arrays.hashCode(energy);
        }
    }

    /**
     * How a post's specific consumption runs.
     *
     * @param usual mean outside drifts
     * @param steps the CUSUM on the days with production; the index of a step is its day
     * @param since day on which the drift that lasts until now was first seen
     */
    public record PostDrift(String post, double usual, List<Cusum.Step> steps, Cusum.Drift now, int since) {
        public PostDrift {
            steps = List.copyOf(steps);
        }
    }

    public YearToDate {
        drifts = List.copyOf(drifts);
    }

    /**
     * @param vectors energy of the whole site since the first day, by vector; empty where the sub-meters make it
     */
    public static YearToDate of(
            Agreement agreement,
            Site site,
            int year,
            List<PostDays> posts,
            List<VectorUse> vectors,
            Conversions conversions) {
        Map<String, Double> quantities = new LinkedHashMap<>();
        Map<String, Double> metered = new LinkedHashMap<>();
        List<PostDrift> drifts = new ArrayList<>();
        int days = 0;
        for (PostDays post : posts) {
            quantities.put(post.post(), Arrays.stream(post.quantity()).sum());
            days = Math.max(days, seen(post));
            if (post.energy().length > 0) {
                metered.put(post.post(), Arrays.stream(post.energy()).sum());
                drift(post).ifPresent(drifts::add);
            }
        }
        Site now = site.with(new YearEntry(year, quantities, vectors, metered, 0));
        return new YearToDate(SiteYears.of(agreement, now, year, conversions), days, drifts);
    }

    /** Number of days up to the last one on which the post moved. */
    private static int seen(PostDays post) {
        int last = post.quantity().length;
        while (last > 0
                && post.quantity()[last - 1] == 0
                && (post.energy().length == 0 || post.energy()[last - 1] == 0)) {
            last--;
        }
        return last;
    }

    /** The drift of one post; empty as long as it has not run for more than the quiet days. */
    public static Optional<PostDrift> drift(PostDays post) {
        int[] day = new int[post.quantity().length];
        double[] specific = new double[post.quantity().length];
        int n = 0;
        for (int d = 0; d < post.quantity().length; d++) {
            if (post.quantity()[d] > 0) {
                day[n] = d;
                specific[n++] = post.energy()[d] / post.quantity()[d];
            }
        }
        if (n <= QUIET_DAYS) {
            return Optional.empty();
        }
        double[] values = Arrays.copyOf(specific, n);
        Cusum.Run run = Cusum.selfStarting(values, QUIET_DAYS, NOISE_FLOOR);
        List<Cusum.Step> steps = new ArrayList<>();
        int since = -1;
        for (Cusum.Step step : run.steps()) {
            int at = day[step.index()];
            steps.add(new Cusum.Step(at, step.value(), step.up(), step.down(), step.drift()));
            since = step.drift() == Cusum.Drift.NONE ? -1 : since < 0 ? at : since;
        }
        return Optional.of(
                new PostDrift(post.post(), run.mean(), steps, steps.getLast().drift(), since));
    }
}
