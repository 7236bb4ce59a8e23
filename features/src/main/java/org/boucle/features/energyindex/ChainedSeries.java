package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.energyindex.IndexOutcome.Defined;
import org.boucle.features.energyindex.IndexOutcome.Undefined;

/**
 * The index before and after recalibrations: {@code IEE_t = IEE_r * E_t / sum e_r,i P_t,i} from the recalibration year r
 * on, so that the series does not jump at r. Both series are kept.
 *
 * @param original index on the first reference, over all years
 * @param chained index carried on over the recalibrations
 */
public record ChainedSeries(List<Point> original, List<Point> chained) {

    /** An index of a year. */
    public record Point(int year, IndexOutcome index) {}

    public ChainedSeries {
        original = List.copyOf(original);
        chained = List.copyOf(chained);
    }

    public static ChainedSeries of(Site site, List<SiteYear> years) {
        List<Point> original = new ArrayList<>();
        List<Point> chained = new ArrayList<>();
        for (SiteYear year : years) {
            original.add(new Point(year.year(), year.index()));
            chained.add(new Point(year.year(), link(site, years, year)));
        }
        return new ChainedSeries(original, chained);
    }

    /**
     * Each recalibration r freezes what came before into a factor {@code IEE_r / 100}; the theoretical consumption of a
     * later year is that factor times {@code sum e_r,i P_t,i}.
     */
    private static IndexOutcome link(Site site, List<SiteYear> years, SiteYear year) {
        IndexOutcome plain = year.index();
        double level = 1;
        Optional<Recalibration> last = Optional.empty();
        for (Recalibration recalibration : site.recalibrations()) {
            if (recalibration.year() <= year.year()) {
                Optional<SiteYear> at = years.stream()
                        .filter(y -> y.year() == recalibration.year())
                        .findFirst();
                if (at.isEmpty()) {
                    continue;
                }
                IndexOutcome reached = scaled(at.get(), last, level);
                if (reached.percent().isEmpty()) {
                    return reached;
                }
                level = reached.percent().getAsDouble() / 100;
                last = Optional.of(recalibration);
            }
        }
        return last.isEmpty() ? plain : scaled(year, last, level);
    }

    private static IndexOutcome scaled(SiteYear year, Optional<Recalibration> last, double level) {
        return switch (year.index()) {
            case Undefined u -> u;
            case Defined d ->
                last.isEmpty() ? d : IndexOutcome.of(d.real(), last.get().theoretical(year) / level);
        };
    }
}
