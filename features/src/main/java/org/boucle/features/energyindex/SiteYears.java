package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.features.energyindex.IndexOutcome.Reason;

/** Computes table 5 and its indices, year by year, for one site. */
public final class SiteYears {
    private final String scheme;
    private final EnergyUnit unit;
    private final Conversions conversions;
    private final Site site;
    private final Map<String, StructuralEvent> entries = new HashMap<>();

    private SiteYears(Agreement agreement, Site site, Conversions conversions) {
        this.scheme = agreement.scheme();
        this.unit = agreement.energyUnit();
        this.conversions = conversions;
        this.site = site;
        site.events().stream().filter(e -> e.kind().addsPost()).forEach(e -> entries.putIfAbsent(e.post(), e));
    }

    /** Every recorded year of a site. */
    public static List<SiteYear> of(Agreement agreement, Site site, Conversions conversions) {
        SiteYears all = new SiteYears(agreement, site, conversions);
        return site.years().stream().map(all::compute).toList();
    }

    /** One year of a site; where it has no entry, a table without lines and indices that say so. */
    public static SiteYear of(Agreement agreement, Site site, int year, Conversions conversions) {
        Optional<YearEntry> entry = site.findYear(year);
        if (entry.isPresent()) {
            return new SiteYears(agreement, site, conversions).compute(entry.get());
        }
        IndexOutcome none = IndexOutcome.undefined(Reason.NO_ENTRY, "");
        return new SiteYear(site.id(), year, List.of(), List.of(), 0, none, none, none);
    }

    private SiteYear compute(YearEntry entry) {
        List<PostLine> lines = new ArrayList<>(site.posts().size());
        for (Post post : site.posts()) {
            if (post.operatesIn(entry.year())) {
                lines.add(line(post, entry));
            }
        }
        List<VectorLine> vectors = new ArrayList<>();
        Optional<IndexOutcome> unconverted = convert(entry, vectors);
        return new SiteYear(
                site.id(),
                entry.year(),
                lines,
                vectors,
                entry.energyUncertainty(),
                unconverted.orElseGet(() -> adjusted(lines, vectors)),
                unconverted.orElseGet(() -> unadjusted(lines, vectors)),
                unconverted.orElseGet(() -> co2(lines, vectors)));
    }

    private PostLine line(Post post, YearEntry entry) {
        Optional<ReferenceConsumption> counted = counted(post, 0);
        Optional<ReferenceConsumption> before = before(post, 0);
        OptionalDouble quantity = entry.findQuantity(post.id());
        return new PostLine(
                post, quantity, counted, before, entry.findMetered(post.id()), entries.containsKey(post.id()));
    }

    /** The reference in the adjusted index: the post's own, or that of the post it is an improvement of. */
    private Optional<ReferenceConsumption> counted(Post post, int depth) {
        StructuralEvent origin = entries.get(post.id());
        if (origin == null || origin.treatment() == Treatment.AS_ENTRANT || depth > entries.size()) {
            return post.reference();
        }
        return origin.replaces().flatMap(site::findPost).flatMap(old -> counted(old, depth + 1));
    }

    /** The reference without adjustment: that of the post of the reference year which it stands for, if any. */
    private Optional<ReferenceConsumption> before(Post post, int depth) {
        StructuralEvent origin = entries.get(post.id());
        if (origin == null || depth > entries.size()) {
            return post.reference();
        }
        return origin.replaces().flatMap(site::findPost).flatMap(old -> before(old, depth + 1));
    }

    private Optional<IndexOutcome> convert(YearEntry entry, List<VectorLine> into) {
        for (VectorUse use : entry.energy()) {
            Optional<Conversion> conversion = conversions.find(scheme, use, entry.year());
            if (conversion.isEmpty()) {
                into.clear();
                return Optional.of(IndexOutcome.undefined(Reason.CONVERSION_MISSING, use.vector() + " " + use.unit()));
            }
            into.add(VectorLine.of(use, conversion.get(), unit));
        }
        return Optional.empty();
    }

    private static IndexOutcome adjusted(List<PostLine> lines, List<VectorLine> vectors) {
        double theoretical = 0;
        for (PostLine line : lines) {
            if (line.quantity().isEmpty()) {
                return IndexOutcome.undefined(
                        Reason.QUANTITY_MISSING, line.post().id());
            }
            if (line.reference().isEmpty() && line.quantity().getAsDouble() > 0) {
                return IndexOutcome.undefined(
                        Reason.REFERENCE_PENDING, line.post().id());
            }
            theoretical += line.theoretical();
        }
        return over(energy(lines, vectors), theoretical);
    }

    /** A step added stands for nothing and weighs nothing; an entrant weighs as the post it stands for. */
    private static IndexOutcome unadjusted(List<PostLine> lines, List<VectorLine> vectors) {
        double theoretical = 0;
        for (PostLine line : lines) {
            if (line.quantity().isEmpty()) {
                return IndexOutcome.undefined(
                        Reason.QUANTITY_MISSING, line.post().id());
            }
            theoretical += line.unadjustedTheoretical();
        }
        return over(energy(lines, vectors), theoretical);
    }

    private static IndexOutcome over(OptionalDouble energy, double theoretical) {
        if (theoretical == 0) {
            return IndexOutcome.undefined(Reason.NOTHING_PRODUCED, "");
        }
        return energy.isPresent()
                ? IndexOutcome.of(energy.getAsDouble(), theoretical)
                : IndexOutcome.undefined(Reason.ENERGY_MISSING, "");
    }

    private static IndexOutcome co2(List<PostLine> lines, List<VectorLine> vectors) {
        if (vectors.isEmpty()) {
            return IndexOutcome.undefined(Reason.ENERGY_MISSING, "");
        }
        double emitted = 0;
        for (VectorLine vector : vectors) {
            if (vector.co2().isEmpty()) {
                return IndexOutcome.undefined(
                        Reason.EMISSION_MISSING, vector.use().vector());
            }
            emitted += vector.co2().getAsDouble();
        }
        double theoretical = 0;
        for (PostLine line : lines) {
            OptionalDouble reference = line.reference().isEmpty()
                    ? OptionalDouble.empty()
                    : line.reference().get().co2PerUnit();
            if (line.quantity().isEmpty()) {
                return IndexOutcome.undefined(
                        Reason.QUANTITY_MISSING, line.post().id());
            }
            if (reference.isEmpty() && line.quantity().getAsDouble() > 0) {
                return IndexOutcome.undefined(
                        Reason.EMISSION_MISSING, line.post().id());
            }
            theoretical += reference.orElse(0) * line.quantity().getAsDouble();
        }
        return IndexOutcome.of(emitted, theoretical);
    }

    /** The vectors' sum; without vectors the sub-meters' sum where every row that produced has one. */
    static OptionalDouble energy(List<PostLine> lines, List<VectorLine> vectors) {
        double sum = 0;
        if (!vectors.isEmpty()) {
            for (VectorLine vector : vectors) {
                sum += vector.primary();
            }
            return OptionalDouble.of(sum);
        }
        for (PostLine line : lines) {
            if (line.metered().isEmpty() && line.quantity().orElse(1) > 0) {
                return OptionalDouble.empty();
            }
            sum += line.metered().orElse(0);
        }
        return lines.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
}
