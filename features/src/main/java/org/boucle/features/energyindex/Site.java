package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A site that takes part in a branch agreement.
 *
 * @param company the company it belongs to; the index of a company consolidates its sites
 * @param nace activity code, may be empty
 * @param referenceYear year 0 of the reference audit
 * @param posts rows of table 5, in their printed order
 * @param years what was recorded, one entry a year, sorted
 * @param recalibrations new reference audits, sorted by year
 */
public record Site(
        String id,
        String name,
        String company,
        String nace,
        int referenceYear,
        Optional<Target> target,
        List<Post> posts,
        List<YearEntry> years,
        List<StructuralEvent> events,
        List<Recalibration> recalibrations) {

    public Site {
        Checks.named(id, "id of a site");
        name = name.isBlank() ? id : name;
        company = company.isBlank() ? name : company;
        posts = List.copyOf(posts);
        years = years.stream().sorted(Comparator.comparingInt(YearEntry::year)).toList();
        events = List.copyOf(events);
        recalibrations = recalibrations.stream()
                .sorted(Comparator.comparingInt(Recalibration::year))
                .toList();
        requireUnique(id, posts, years);
    }

    public static Site of(String id, int referenceYear, List<Post> posts, List<YearEntry> years) {
        return new Site(id, id, id, "", referenceYear, Optional.empty(), posts, years, List.of(), List.of());
    }

    private static void requireUnique(String site, List<Post> posts, List<YearEntry> years) {
        Set<String> ids = new HashSet<>();
        for (Post post : posts) {
            if (!ids.add(post.id())) {
                throw new IllegalArgumentException(
                        "Site " + site + " has two posts " + post.id() + ". Maybe a step needs its own id?");
            }
        }
        Set<Integer> seen = new HashSet<>();
        for (YearEntry entry : years) {
            if (!seen.add(entry.year())) {
                throw new IllegalArgumentException("Site " + site + " has the year " + entry.year() + " twice.");
            }
        }
    }

    public Optional<Post> findPost(String post) {
        return posts.stream().filter(p -> p.id().equals(post)).findFirst();
    }

    public Optional<YearEntry> findYear(int year) {
        return years.stream().filter(y -> y.year() == year).findFirst();
    }

    /** The event that brought a post in, if it was not there in the reference year. */
    public Optional<StructuralEvent> findEntry(String post) {
        return events.stream()
                .filter(e -> e.kind().addsPost() && e.post().equals(post))
                .findFirst();
    }

    public Site withPosts(List<Post> other) {
        return new Site(id, name, company, nace, referenceYear, target, other, years, events, recalibrations);
    }

    public Site withYears(List<YearEntry> other) {
        return new Site(id, name, company, nace, referenceYear, target, posts, other, events, recalibrations);
    }

    public Site withEvents(List<StructuralEvent> other) {
        return new Site(id, name, company, nace, referenceYear, target, posts, years, other, recalibrations);
    }

    public Site withTarget(Target other) {
        return new Site(
                id, name, company, nace, referenceYear, Optional.of(other), posts, years, events, recalibrations);
    }

    public Site withRecalibrations(List<Recalibration> other) {
        return new Site(id, name, company, nace, referenceYear, target, posts, years, events, other);
    }

    /** The site with the post added or, where its id is known already, replaced in its place. */
    public Site with(Post post) {
        return withPosts(put(posts, post, p -> p.id().equals(post.id())));
    }

    /** The site with the year added, or replaced. */
    public Site with(YearEntry entry) {
        return withYears(put(years, entry, y -> y.year() == entry.year()));
    }

    public Site with(StructuralEvent event) {
        List<StructuralEvent> all = new ArrayList<>(events);
        all.add(event);
        return withEvents(all);
    }

    private static <T> List<T> put(List<T> list, T item, Predicate<T> same) {
        List<T> all = new ArrayList<>(list);
        for (int i = 0; i < all.size(); i++) {
            if (same.test(all.get(i))) {
                all.set(i, item);
                return all;
            }
        }
        all.add(item);
        return all;
    }
}
