package org.boucle.features.territory.matching;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.territory.catalog.Rule;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.inventory.Property;

/** The gates and factors of one pair; the same few lines serve the index, the plain test and the explanation. */
final class Scorer {
    /** What an unknown property counts; the explanation says that it is to be tested. */
    static final double UNKNOWN = 0.5;

    private Scorer() {}

    /** Fills the factors in the order of {@link FactorName}; they mean something only where the gate is open. */
    static Gate rate(Prepared out, Prepared in, Link link, Reach reach, double[] factors) {
        if (out.site == in.site) {
            return Gate.SAME_SITE;
        }
        Reach mine = reach.forDonor(out);
        double km = Place.groundKm(out.chord(in));
        if (km > mine.gateKm()) {
            return Gate.DISTANCE;
        }
        if (!isLegal(out, in)) {
            return Gate.LEGAL;
        }
        double properties = properties(out, in, link);
        if (properties < 0) {
            return Gate.PROPERTY;
        }
        double overlap = out.flow.profile().overlap(in.flow.profile());
        if (overlap <= 0) {
            return Gate.TIME;
        }
        factors[0] = code(in, link);
        factors[1] = properties;
        factors[2] = Math.exp(-Math.abs(out.logAmount + Math.log(link.ratio()) - in.logAmount));
        factors[3] = Math.exp(-km / mine.decayKm());
        factors[4] = overlap;
        factors[5] = out.legal;
        factors[6] = link.hierarchy() / 5.0;
        return Gate.OPEN;
    }

    static double code(Prepared in, Link link) {
        boolean unusual = link.rule().isPresent()
                && link.rule().get().isForWasteCode()
                && !link.rule().get().isUsualFor(in.site.activity());
        return unusual ? link.code() * Basis.UNUSUAL_BRANCH : link.code();
    }

    /** A hazardous waste goes only where a treatment permit is held, or where that very code is asked for. */
    static boolean isLegal(Prepared out, Prepared in) {
        boolean hazardousWaste = out.hazardous && out.flow.status() == LegalStatus.WASTE;
        return !hazardousWaste
                || !in.site.permits().isEmpty()
                || in.flow.wasteCode().equals(out.flow.wasteCode());
    }

    /** Mean desirability over what the receiver asks, else the rule; 1 where nothing is asked, −1 where one is refused. */
    static double properties(Prepared out, Prepared in, Link link) {
        double sum = 0;
        int count = 0;
        for (Trait wanted : in.traits) {
            double desirability = desirability(out, wanted);
            if (desirability < 0) {
                return -1;
            }
            sum += desirability;
            count++;
        }
        if (link.rule().isPresent()) {
            for (Trait limit : RuleTraits.of(link.rule().get())) {
                if (!names(in, limit)) {
                    double desirability = desirability(out, limit);
                    if (desirability < 0) {
                        return -1;
                    }
                    sum += desirability;
                    count++;
                }
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    private static boolean names(Prepared in, Trait limit) {
        for (Trait trait : in.traits) {
            if (trait.name().equals(limit.name())) {
                return true;
            }
        }
        return false;
    }

    private static double desirability(Prepared out, Trait wanted) {
        double value = out.value(wanted);
        return Double.isNaN(value) ? UNKNOWN : wanted.desirability(value);
    }

    /** The wishes behind the factor of properties, each with what is known of the donor. */
    static List<Explanation.Wish> wishes(Prepared out, Prepared in, Link link) {
        List<Explanation.Wish> wishes = new ArrayList<>();
        for (Property wanted : in.flow.properties()) {
            wishes.add(wish(out, wanted, false));
        }
        for (Property limit : link.rule().map(Rule::limits).orElse(List.of())) {
            if (in.flow.findProperty(limit.name()).isEmpty()) {
                wishes.add(wish(out, limit, true));
            }
        }
        return wishes;
    }

    private static Explanation.Wish wish(Prepared out, Property wanted, boolean byRule) {
        double desirability = desirability(out, Trait.of(wanted));
        boolean known = !Double.isNaN(out.value(Trait.of(wanted)));
        return new Explanation.Wish(wanted, out.flow.findProperty(wanted.name()), desirability, !known, byRule);
    }
}
