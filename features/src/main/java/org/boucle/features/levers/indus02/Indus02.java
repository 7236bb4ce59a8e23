package org.boucle.features.levers.indus02;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.DataNeed;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.Lever;
import org.boucle.core.scenario.LeverCatalogue;
import org.boucle.core.scenario.LeverSheet;
import org.boucle.core.scenario.NetBenefit;
import org.boucle.core.scenario.NetBenefit.Figure;
import org.boucle.core.scenario.Proposal;
import org.boucle.core.scenario.Proposal.ExplanationLine;
import org.boucle.features.levers.indus02.Situation.Kind;
import org.boucle.features.levers.indus02.Situation.Kit;

/** Proposals to keep kit longer, to fill servers, to move cloud instances, to buy refurbished. */
public final class Indus02 implements Lever<Situation> {
    /** Years that kit is kept longer, and what of a new making repairing and refitting it costs: assumptions. */
    static final double MORE_YEARS = 2;

    static final Figure REPAIR = new Figure(0.02, 0.05, 0.10);
    /** Load to which servers are filled, in %, and below which they are looked at. */
    static final double TARGET_LOAD = 50;

    static final double LOW_LOAD = 40;
    /** Share of renewals bought refurbished. */
    static final double REFURBISHED = 0.5;
    /** Part of a saving that is spent again: older kit kept as a spare, freed capacity filled up. An assumption. */
    static final Figure REBOUND = new Figure(0, 0.05, 0.15);

    private static final double LEAST_KILOGRAMS = 1;
    private static final String ACRONYM = "Outil Indus-02";
    private static final List<DataNeed> NEEDS = List.of(new DataNeed("indus02.fleet", "/it/fleet"));

    @Override
    public LeverSheet sheet() {
        return LeverCatalogue.find(ACRONYM).orElseThrow();
    }

    @Override
    public List<DataNeed> needs() {
        return NEEDS;
    }

    @Override
    public List<DataNeed> missing(Situation situation) {
        return situation.kit().isEmpty() ? NEEDS : List.of();
    }

    @Override
    public List<Proposal> propose(Situation situation) {
        List<List<Effect>> actions = List.of(
                effects(situation, Indus02::longer),
                effects(situation, Indus02::fuller),
                effects(situation, Indus02::moved),
                effects(situation, Indus02::refurbished));
        List<String> names = List.of("longer", "fuller", "moved", "refurbished");
        long some = actions.stream().filter(effects -> !effects.isEmpty()).count();
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!actions.get(i).isEmpty()) {
                proposal(names.get(i), actions.get(i), share(situation.own(), some), situation.ownSource())
                        .ifPresent(proposals::add);
            }
        }
        proposals.sort(Comparator.comparingDouble(proposal -> -gain(proposal)));
        return List.copyOf(proposals);
    }

    private static Figure share(Figure figure, double parts) {
        return scaled(figure, 1 / parts);
    }

    private static Figure scaled(Figure figure, double factor) {
        return new Figure(figure.low() * factor, figure.expected() * factor, figure.high() * factor);
    }

    private static double gain(Proposal proposal) {
        return proposal.changes().stream()
                .filter(change -> change.category() == IndicatorCategory.GHG)
                .mapToDouble(IndicatorChange::improvement)
                .sum();
    }

    private static List<Effect> effects(
            Situation situation, java.util.function.Function<Kit, Optional<Effect>> action) {
        return situation.kit().stream()
                .map(action)
                .flatMap(Optional::stream)
                .filter(effect -> effect.before().expected() - effect.after().expected() >= LEAST_KILOGRAMS)
                .toList();
    }

    private static Optional<Effect> longer(Kit kit) {
        if (kit.kind() == Kind.CLOUD) {
            return Optional.empty();
        }
        double kept = kit.lifeYears() / (kit.lifeYears() + MORE_YEARS);
        Figure made = scaled(kit.making(), kit.quantity());
        double renewals = kit.quantity() * (1 / kit.lifeYears() - 1 / (kit.lifeYears() + MORE_YEARS));
        // repairs cost a share of the same making: its error moves both sides alike
        Figure after = new Figure(
                made.low() * kept * (1 + REPAIR.expected()),
                made.expected() * kept * (1 + REPAIR.expected()),
                made.high() * kept * (1 + REPAIR.expected()));
        return Optional.of(new Effect(
                kit,
                "itfootprint.lever.longer.line",
                List.of(
                        kit.label(),
                        whole(kit.quantity()),
                        tenth(kit.lifeYears()),
                        tenth(kit.lifeYears() + MORE_YEARS)),
                made,
                after,
                new Effect.Spared(0, renewals * kit.kilograms())));
    }

    private static Optional<Effect> fuller(Kit kit) {
        if (kit.kind() != Kind.SERVER || kit.denser().isEmpty() || kit.load().orElse(100) >= LOW_LOAD) {
            return Optional.empty();
        }
        double load = kit.load().getAsDouble();
        double needed =
                Math.max(1, Math.ceil(kit.quantity() * load / kit.denser().get().load()));
        if (needed >= kit.quantity()) {
            return Optional.empty();
        }
        Figure before = sum(scaled(kit.making(), kit.quantity()), scaled(kit.use(), kit.quantity()));
        Figure after =
                sum(scaled(kit.making(), needed), scaled(kit.denser().get().use(), needed));
        double energy =
                kit.quantity() * kit.energy() - needed * kit.denser().get().energy();
        return Optional.of(new Effect(
                kit,
                "itfootprint.lever.fuller.line",
                List.of(kit.label(), whole(kit.quantity()), whole(load), whole(needed), whole(TARGET_LOAD)),
                before,
                after,
                new Effect.Spared(energy, (kit.quantity() - needed) * kit.kilograms() / kit.lifeYears())));
    }

    private static Optional<Effect> moved(Kit kit) {
        return kit.move()
                .map(move -> new Effect(
                        kit,
                        "itfootprint.lever.moved.line",
                        List.of(kit.label(), whole(kit.quantity()), move.place()),
                        scaled(kit.use(), kit.quantity()),
                        scaled(move.use(), kit.quantity()),
                        new Effect.Spared(0, 0)));
    }

    private static Optional<Effect> refurbished(Kit kit) {
        if (kit.kind() != Kind.TERMINAL || kit.refurbishedFactor() >= 1) {
            return Optional.empty();
        }
        Figure made = scaled(kit.making(), kit.quantity());
        double part = 1 - REFURBISHED * (1 - kit.refurbishedFactor());
        double kilograms = kit.quantity() / kit.lifeYears() * REFURBISHED * kit.kilograms();
        return Optional.of(new Effect(
                kit,
                "itfootprint.lever.refurbished.line",
                List.of(kit.label(), whole(kit.quantity()), whole(100 * REFURBISHED)),
                made,
                scaled(made, part),
                new Effect.Spared(0, kilograms)));
    }

    private static Figure sum(Figure a, Figure b) {
        return new Figure(a.low() + b.low(), a.expected() + b.expected(), a.high() + b.high());
    }

    private static Optional<Proposal> proposal(String name, List<Effect> effects, Figure own, String ownSource) {
        Figure saved = new Figure(0, 0, 0);
        double energy = 0;
        double kilograms = 0;
        List<ExplanationLine> lines = new ArrayList<>();
        for (Effect effect : effects) {
            Figure each = difference(effect);
            saved = sum(saved, each);
            energy += effect.spared().energy();
            kilograms += effect.spared().kilograms();
            lines.addAll(effect.lines(each));
        }
        NetBenefit net = new NetBenefit(IndicatorCategory.GHG, saved, Figure.exact(0), own, REBOUND, 3);
        if (net.net().expected() <= 0) {
            return Optional.empty();
        }
        lines.addAll(Effect.costs(net, energy, kilograms, ownSource));
        List<IndicatorChange> changes = new ArrayList<>();
        changes.add(new IndicatorChange(
                IndicatorCategory.GHG,
                -net.net().high(),
                -net.net().expected(),
                -net.net().low()));
        less(IndicatorCategory.ENERGY, energy).ifPresent(changes::add);
        less(IndicatorCategory.MATERIAL, kilograms).ifPresent(changes::add);
        return Optional.of(
                new Proposal("indus02/" + name, ACRONYM, "itfootprint.lever." + name, List.of(), changes, lines));
    }

    /** Before less after: both move together with the same factors, so that their ends are paired. */
    private static Figure difference(Effect effect) {
        double low = effect.before().low() - effect.after().low();
        double expected = effect.before().expected() - effect.after().expected();
        double high = effect.before().high() - effect.after().high();
        return new Figure(Math.min(expected, Math.min(low, high)), expected, Math.max(expected, Math.max(low, high)));
    }

    /** What remains of a saving in kWh or kg once rebound has taken its part. */
    private static Optional<IndicatorChange> less(IndicatorCategory category, double amount) {
        return amount == 0
                ? Optional.empty()
                : Optional.of(new IndicatorChange(
                        category,
                        -amount * (amount > 0 ? 1 - REBOUND.low() : 1 - REBOUND.high()),
                        -amount * (1 - REBOUND.expected()),
                        -amount * (amount > 0 ? 1 - REBOUND.high() : 1 - REBOUND.low())));
    }

    static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String tenth(double value) {
        return value == Math.rint(value) ? whole(value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
