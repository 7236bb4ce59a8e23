package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Stage;

/** One criterion of a result as a page shows it: both stages, their sum, and the share of the making. */
public record ImpactRow(
        Criterion criterion, Optional<Estimate> embedded, Optional<Estimate> use, Optional<Estimate> total) {
    /** The criteria that pages show first: climate, energy, minerals, water, and the categories of PEF with both stages. */
    static final List<Criterion> SHOWN = List.of(
            Criterion.GWP,
            Criterion.PE,
            Criterion.ADP,
            Criterion.WU,
            Criterion.IR,
            Criterion.AP,
            Criterion.PM,
            Criterion.POCP,
            Criterion.EPF,
            Criterion.EPM,
            Criterion.EPT,
            Criterion.ODP);

    static List<ImpactRow> of(Assessment assessment, List<Criterion> criteria) {
        List<ImpactRow> rows = new ArrayList<>();
        for (Criterion criterion : criteria) {
            rows.add(new ImpactRow(
                    criterion,
                    assessment.find(criterion, Stage.EMBEDDED),
                    assessment.find(criterion, Stage.USE),
                    assessment.findTotal(criterion)));
        }
        return rows;
    }

    /** Width of the making in a bar of 100, for figures that are not negative. */
    public double embeddedShare() {
        double made = embedded.map(Estimate::value).orElse(0.0);
        double used = use.map(Estimate::value).orElse(0.0);
        return made + used > 0 && made >= 0 ? 100 * made / (made + used) : 0;
    }

    /** Whether both stages add up without a credit, so that a bar can show their shares. */
    public boolean hasShare() {
        return embedded.isPresent()
                && use.isPresent()
                && !isCredit()
                && total.orElseThrow().value() > 0;
    }

    /** Whether the making is negative: generic data count the benefit of recycling in it. */
    public boolean isCredit() {
        return embedded.filter(estimate -> estimate.value() < 0).isPresent();
    }

    /** Whether only the use is known, so that the total is less than the whole. */
    public boolean isUseOnly() {
        return embedded.isEmpty() && use.isPresent();
    }

    public boolean isKnown() {
        return total.isPresent();
    }
}
