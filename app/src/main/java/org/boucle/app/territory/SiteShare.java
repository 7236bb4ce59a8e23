package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.Proposal;
import org.boucle.core.twin.Site;
import org.boucle.features.territory.intake.Intake;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.privacy.Band;

/**
 * What the plan's exchanges bring to one company. Whoever reads the matrix of a site must not learn a partner's amount
 * or distance before both sides agree: amounts count by their decade, cut at the own flow, and all figures carry one
 * digit.
 */
final class SiteShare {
    private static final String SOURCE = "exchange plan of the territory; data/territory/resources.csv, economics.csv";

    /** Factors are orders of magnitude. */
    private static final double SPREAD = 0.5;

    private final Map<IndicatorCategory, double[]> sums = new EnumMap<>(IndicatorCategory.class);
    private final List<Proposal.ExplanationLine> lines = new ArrayList<>();

    private SiteShare() {}

    /** The proposal for a site, or empty where its company takes no part in the plan. */
    static Optional<Proposal> of(TerritoryDesk.Planned planned, Site site) {
        String key = site.company().isBlank() ? "" : Intake.slug(site.company());
        SiteShare share = new SiteShare();
        int count = 0;
        for (PlanPages.Row row : PlanPages.rows(planned)) {
            boolean gives = Intake.slug(row.giver()).equals(key);
            boolean takes = Intake.slug(row.taker()).equals(key);
            if (!key.isEmpty() && gives != takes) {
                share.add(row, gives);
                count++;
            }
        }
        return count == 0 || share.sums.isEmpty() ? Optional.empty() : Optional.of(share.proposal(count));
    }

    /** CO2 is shared by halves between giver and taker. */
    private void add(PlanPages.Row row, boolean gives) {
        Flow own = gives ? row.out() : row.in();
        Band.Decade decade = Band.amount(row.amount());
        double low = Math.min(decade.from(), own.perYear());
        double high = Math.max(low, Math.min(decade.to(), own.perYear()));
        double kgPerUnit = row.amount() > 0 ? row.kg() / row.amount() / 2 : 0;
        put("co2", IndicatorCategory.GHG, own, -(1 + SPREAD) * kgPerUnit * high, -(1 - SPREAD) * kgPerUnit * low);
        switch (row.out().kind()) {
            case MATERIAL -> {
                if (gives) {
                    put("exchanged", IndicatorCategory.RECYCLING, own, 1000 * low, 1000 * high);
                } else {
                    put("virgin", IndicatorCategory.MATERIAL, own, -1000 * high, -1000 * low);
                }
            }
            case WATER -> {
                if (!gives) {
                    put("water", IndicatorCategory.WATER, own, -high, -low);
                }
            }
            case HEAT -> {
                if (!gives) {
                    put("heat", IndicatorCategory.ENERGY, own, -1000 * high, -1000 * low);
                }
            }
            case ELECTRICITY, GAS, SERVICE, SPACE, SKILL, EQUIPMENT -> {}
        }
    }

    private void put(String key, IndicatorCategory category, Flow own, double a, double b) {
        double low = oneDigit(Math.min(a, b));
        double high = oneDigit(Math.max(a, b));
        if (low == 0 && high == 0) {
            return;
        }
        double middle = oneDigit((low + high) / 2);
        double expected = Math.clamp(middle, low, high);
        IndicatorChange change = new IndicatorChange(category, low, expected, high);
        double[] sum = sums.computeIfAbsent(category, c -> new double[3]);
        sum[0] += low;
        sum[1] += expected;
        sum[2] += high;
        String name = own.label().isBlank() ? own.resource() + own.wasteCode() : own.label();
        lines.add(new Proposal.ExplanationLine("territory.lever.own." + key, List.of(name), change, SOURCE));
    }

    private static double oneDigit(double value) {
        if (value == 0) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(Math.abs(value))));
        return Math.rint(value / power) * power;
    }

    private Proposal proposal(int count) {
        List<IndicatorChange> changes = new ArrayList<>();
        sums.forEach((category, sum) -> changes.add(new IndicatorChange(category, sum[0], sum[1], sum[2])));
        return new Proposal(
                "territory-own",
                "Territorial-01",
                "territory.lever.own",
                List.of(String.valueOf(count)),
                changes,
                lines);
    }
}
