package org.boucle.app.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.boucle.core.twin.Site;

/**
 * What the user looks at, kept while moving from page to page. It never holds a site that the user may not see.
 *
 * @param level how wide
 * @param name the territory's or company's name, or the site's id; empty where there is no site yet
 * @param sites the sites inside, by name
 * @param site the site that pages about a single site show: the chosen one, in a wider scope the last chosen inside it
 * @param period how far back
 */
public record Scope(Level level, String name, List<Site> sites, Optional<Site> site, Period period) {
    public Scope {
        sites = List.copyOf(sites);
    }

    /** How wide the user looks. */
    public enum Level {
        TERRITORY,
        COMPANY,
        SITE;

        /** The name by which a site belongs to this level, empty where it belongs to none. */
        String nameOf(Site site) {
            return switch (this) {
                case TERRITORY -> site.territory();
                case COMPANY -> site.company();
                case SITE -> site.id();
            };
        }
    }

    /** How far back pages look. */
    public enum Period {
        DAY(1),
        WEEK(7),
        MONTH(31),
        YEAR(366);

        private final int days;

        Period(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    /** One choice of the switch. */
    public record Choice(Level level, String name, String label) {
        public String code() {
            return codeOf(level, name);
        }
    }

    /**
     * The scope of a code among the sites that the user may see; the last site, or the first one, where the code is none of
     * them.
     *
     * @param code as {@link #code()} gives it
     * @param last id of the site chosen last
     */
    static Scope of(List<Site> visible, Optional<String> code, Optional<String> last, Period period) {
        Optional<Choice> chosen = code.flatMap(text -> choices(visible).stream()
                .filter(choice -> choice.code().equals(text))
                .findFirst());
        List<Site> inside = chosen.map(choice -> visible.stream()
                        .filter(site -> choice.level().nameOf(site).equals(choice.name()))
                        .toList())
                .orElse(visible);
        Optional<Site> site = last.flatMap(
                        id -> inside.stream().filter(s -> s.id().equals(id)).findFirst())
                .or(() -> inside.stream().findFirst());
        return chosen.map(choice -> new Scope(choice.level(), choice.name(), inside, site, period))
                .orElseGet(() -> new Scope(
                        Level.SITE,
                        site.map(Site::id).orElse(""),
                        site.map(List::of).orElse(List.of()),
                        site,
                        period));
    }

    /** All that can be looked at: territories, companies, sites. */
    public static List<Choice> choices(List<Site> visible) {
        List<Choice> choices = new ArrayList<>();
        for (Level level : Level.values()) {
            Function<Site, String> label = level == Level.SITE ? Site::name : level::nameOf;
            visible.stream()
                    .filter(site -> !level.nameOf(site).isBlank())
                    .map(site -> new Choice(level, level.nameOf(site), label.apply(site)))
                    .distinct()
                    .sorted(java.util.Comparator.comparing(Choice::label))
                    .forEach(choices::add);
        }
        return choices;
    }

    /** Whether it is wider than one site, so that figures are sums over sites. */
    public boolean isWide() {
        return level != Level.SITE;
    }

    /** The name that people read. */
    public String label() {
        return level == Level.SITE ? site.map(Site::name).orElse("") : name;
    }

    /** For addresses: {@code territory:<name>}, {@code company:<name>} or {@code site:<id>}. */
    public String code() {
        return codeOf(level, name);
    }

    private static String codeOf(Level level, String name) {
        return level.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
