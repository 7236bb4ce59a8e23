package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.boucle.features.energyindex.IndexOutcome.Defined;
import org.boucle.features.energyindex.IndexOutcome.Undefined;

/**
 * The index of a company or a sector for a year: {@code 100 sum E_j / sum R_j} over its members, which is the mean of
 * their indices weighted by their theoretical consumptions. Members without an index weigh nothing and are named.
 *
 * @param members sum of the lines: each member's numerator and denominator
 * @param absent members without an index, with the reason
 */
public record Consolidation(String name, int year, List<Member> members, List<Absent> absent) {

    /** A member with an index; energies in the agreement's unit. */
    public record Member(String id, String name, Defined index, double unadjustedTheoretical) {}

    /** A member without. */
    public record Absent(String id, String name, Undefined why) {}

    public Consolidation {
        members = List.copyOf(members);
        absent = List.copyOf(absent);
    }

    /** Energy really consumed by the members that have an index. */
    public double real() {
        double sum = 0;
        for (Member member : members) {
            sum += member.index().real();
        }
        return sum;
    }

    /** Their theoretical consumption. */
    public double theoretical() {
        double sum = 0;
        for (Member member : members) {
            sum += member.index().theoretical();
        }
        return sum;
    }

    public IndexOutcome index() {
        return IndexOutcome.of(real(), theoretical());
    }

    /** The index had no entrant been adjusted for. */
    public IndexOutcome unadjusted() {
        double sum = 0;
        for (Member member : members) {
            sum += member.unadjustedTheoretical();
        }
        return IndexOutcome.of(real(), sum);
    }

    /** Weight of a member: {@code R_j / sum R}. */
    public OptionalDouble weight(Member member) {
        double all = theoretical();
        return all > 0 ? OptionalDouble.of(member.index().theoretical() / all) : OptionalDouble.empty();
    }

    /** The whole agreement, year by year. */
    public static List<Consolidation> sector(Agreement agreement, Conversions conversions) {
        Accumulator sums = new Accumulator(agreement.name());
        for (Site site : agreement.sites()) {
            sums.add(site, SiteYears.of(agreement, site, conversions));
        }
        return sums.years();
    }

    /** Each company of the agreement, year by year, by its name. */
    public static Map<String, List<Consolidation>> companies(Agreement agreement, Conversions conversions) {
        Map<String, Accumulator> sums = new LinkedHashMap<>();
        for (Site site : agreement.sites()) {
            sums.computeIfAbsent(site.company(), Accumulator::new)
                    .add(site, SiteYears.of(agreement, site, conversions));
        }
        Map<String, List<Consolidation>> all = new LinkedHashMap<>();
        sums.forEach((company, sum) -> all.put(company, sum.years()));
        return all;
    }

    /** Collects sites one after the other, so that a sector need not be held whole. */
    public static final class Accumulator {
        private final String name;
        private final Map<Integer, List<Member>> members = new TreeMap<>();
        private final Map<Integer, List<Absent>> absent = new TreeMap<>();

        public Accumulator(String name) {
            this.name = name;
        }

        public void add(Site site, List<SiteYear> years) {
            for (SiteYear year : years) {
                members.computeIfAbsent(year.year(), _ -> new ArrayList<>());
                switch (year.index()) {
                    case Defined d -> members.get(year.year()).add(member(site, year, d));
                    case Undefined u ->
                        absent.computeIfAbsent(year.year(), _ -> new ArrayList<>())
                                .add(new Absent(site.id(), site.name(), u));
                }
            }
        }

        private static Member member(Site site, SiteYear year, Defined index) {
            double unadjusted = switch (year.unadjusted()) {
                case Defined d -> d.theoretical();
                case Undefined _ -> 0;
            };
            return new Member(site.id(), site.name(), index, unadjusted);
        }

        /** Takes over what another accumulator has collected. */
        public void merge(Accumulator other) {
            other.members.forEach((year, list) ->
                    members.computeIfAbsent(year, _ -> new ArrayList<>()).addAll(list));
            other.absent.forEach((year, list) ->
                    absent.computeIfAbsent(year, _ -> new ArrayList<>()).addAll(list));
        }

        public List<Consolidation> years() {
            return members.entrySet().stream()
                    .map(e -> new Consolidation(
                            name, e.getKey(), e.getValue(), absent.getOrDefault(e.getKey(), List.of())))
                    .toList();
        }
    }
}
