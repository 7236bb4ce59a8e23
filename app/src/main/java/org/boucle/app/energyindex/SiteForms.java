package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.boucle.app.server.Form;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.EventKind;
import org.boucle.features.energyindex.PathShape;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.PostKind;
import org.boucle.features.energyindex.ReferenceConsumption;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.StructuralEvent;
import org.boucle.features.energyindex.Target;
import org.boucle.features.energyindex.Treatment;
import org.boucle.features.energyindex.VectorUse;
import org.boucle.features.energyindex.YearEntry;

/** Turns the forms of the pages into changed sites, or into issues that name the field. */
final class SiteForms {
    private final Form form;
    private final Wording words;
    private final Issues issues = new Issues();

    SiteForms(Form form, Wording words) {
        this.form = form;
        this.words = words;
    }

    /** A new site from the fields site, name, company, nace, referenceYear, target, targetYear, path. */
    Site site() {
        String id = needed("site");
        if (!id.isEmpty() && !id.matches(AgreementReader.ID)) {
            issues.add(Place.ofField("site"), "energyindex.id", id);
        }
        int reference = year("referenceYear").orElse(0);
        OptionalDouble index = number("target");
        OptionalInt end = form.find("targetYear").isPresent() ? year("targetYear") : OptionalInt.empty();
        Optional<PathShape> shape = Vocabulary.path(form.text("path"));
        if (index.isPresent() != end.isPresent()) {
            issues.add(Place.ofField(index.isPresent() ? "targetYear" : "target"), "energyindex.missing");
        } else if (end.isPresent() && (end.getAsInt() <= reference || !(index.getAsDouble() > 0))) {
            issues.add(
                    Place.ofField("targetYear"),
                    "energyindex.years-swapped",
                    Integer.toString(end.getAsInt()),
                    Integer.toString(reference));
        }
        issues.throwIfAny();
        Optional<Target> target = end.isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(
                        reference,
                        end.getAsInt(),
                        index.getAsDouble(),
                        OptionalDouble.empty(),
                        shape.orElse(PathShape.GEOMETRIC)));
        return new Site(
                id,
                form.text("name"),
                form.text("company"),
                form.text("nace"),
                reference,
                target,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The site with the post of the form, and the event that brings it where it is not of the reference year. */
    Site addPost(Site site) {
        String id = needed("post");
        checkNew(site, id);
        String unit = needed("unit");
        Optional<PostKind> kind = Vocabulary.kind(form.text("kind"));
        if (kind.isEmpty()) {
            issues.add(Place.ofField("kind"), "energyindex.word", form.text("kind"), "production, building");
        }
        Optional<EventKind> event = form.find("event").flatMap(Vocabulary::event);
        OptionalDouble e0 = number("e0");
        if (e0.isEmpty() && event.isEmpty() && issues.isEmpty()) {
            issues.add(Place.ofField("e0"), "energyindex.e0-missing", id);
        }
        OptionalDouble uncertainty = number("u");
        OptionalDouble co2 = number("co2");
        int first = form.find("firstYear").isPresent() ? year("firstYear").orElse(0) : site.referenceYear();
        Optional<String> replaces = form.find("replaces").filter(r -> event.isPresent());
        replaces.filter(r -> site.findPost(r).isEmpty())
                .ifPresent(r -> issues.add(Place.ofField("replaces"), "energyindex.post-unknown", r));
        Treatment treatment = Vocabulary.treatment(form.text("treatment")).orElse(Treatment.AS_ENTRANT);
        if (treatment == Treatment.AS_IMPROVEMENT && replaces.isEmpty()) {
            issues.add(Place.ofField("replaces"), "energyindex.improvement-of-nothing");
        }
        issues.throwIfAny();
        Optional<ReferenceConsumption> reference = e0.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReferenceConsumption(
                        e0.getAsDouble(), first, uncertainty.orElse(0), co2, form.text("evidence")));
        Post post = new Post(
                id,
                kind.orElseThrow(),
                form.find("group").orElse(id),
                form.text("label"),
                unit,
                reference,
                first,
                OptionalInt.empty());
        Site with = site.with(post);
        return event.isEmpty()
                ? with
                : with.with(new StructuralEvent(event.get(), first, id, replaces, treatment, form.text("reason")));
    }

    private void checkNew(Site site, String id) {
        if (!id.isEmpty() && !id.matches(SiteReader.POST_ID)) {
            issues.add(Place.ofField("post"), "energyindex.post-id", id);
        }
        if (site.findPost(id).isPresent()) {
            issues.add(Place.ofField("post"), "energyindex.post-twice", id);
        }
    }

    /** The site with the post stopped from the form's year on: its later entries go, its history stays. */
    Site stop(Site site) {
        String id = needed("post");
        Optional<Post> post = site.findPost(id);
        if (post.isEmpty() && !id.isEmpty()) {
            issues.add(Place.ofField("post"), "energyindex.post-unknown", id);
        }
        OptionalInt year = year("year");
        post.filter(p -> year.isPresent() && year.getAsInt() <= p.firstYear())
                .ifPresent(p -> issues.add(
                        Place.ofField("year"), "energyindex.before-start", id, Integer.toString(p.firstYear())));
        issues.throwIfAny();
        int stops = year.orElseThrow();
        List<YearEntry> years = site.years().stream()
                .map(y -> y.year() >= stops ? y.without(id) : y)
                .toList();
        return site.with(post.orElseThrow().withLastYear(stops - 1))
                .withYears(years)
                .with(StructuralEvent.leaver(id, stops, form.text("reason")));
    }

    /** The site with the year's quantities, sub-meters and vectors; posts that the form does not show stay. */
    Site year(Agreement agreement, Site site, int year, Conversions conversions) {
        YearEntry before = site.findYear(year).orElseGet(() -> YearEntry.of(year, Map.of(), List.of()));
        Map<String, Double> quantities = merged(site, before.quantities(), "q:", year);
        Map<String, Double> metered = merged(site, before.metered(), "m:", year);
        List<VectorUse> vectors = vectors(agreement, year, conversions);
        OptionalDouble uncertainty = number("uE");
        issues.throwIfAny();
        return site.with(new YearEntry(year, quantities, vectors, metered, uncertainty.orElse(0) / 100));
    }

    private Map<String, Double> merged(Site site, Map<String, Double> before, String prefix, int year) {
        Map<String, Double> all = new LinkedHashMap<>(before);
        for (String field : form.names()) {
            if (field.startsWith(prefix)) {
                String id = field.substring(prefix.length());
                OptionalDouble value = number(field);
                Optional<Post> post = site.findPost(id);
                if (post.isEmpty()) {
                    issues.add(Place.ofField(field), "energyindex.post-unknown", id);
                } else if (value.isEmpty()) {
                    all.remove(id);
                } else if (value.getAsDouble() > 0 && !post.get().operatesIn(year)) {
                    issues.add(
                            Place.ofField(field),
                            "energyindex.before-start",
                            id,
                            Integer.toString(post.get().firstYear()));
                } else {
                    all.put(id, value.getAsDouble());
                }
            }
        }
        return all;
    }

    private List<VectorUse> vectors(Agreement agreement, int year, Conversions conversions) {
        List<VectorUse> all = new ArrayList<>();
        for (String field : form.names().stream().filter(isVector()).toList()) {
            OptionalDouble amount = number("a:" + field.substring(2));
            String[] chosen = form.text(field).split("\\|", 2);
            if (amount.isEmpty()) {
                continue;
            }
            if (chosen.length < 2) {
                issues.add(Place.ofField(field), "energyindex.missing");
                continue;
            }
            VectorUse use = new VectorUse(chosen[0], amount.getAsDouble(), chosen[1]);
            if (conversions.find(agreement.scheme(), use, year).isEmpty()) {
                issues.add(
                        Place.ofField(field),
                        "energyindex.conversion-missing",
                        chosen[0],
                        Integer.toString(year),
                        agreement.scheme());
                continue;
            }
            all.add(use);
        }
        return all;
    }

    private static Predicate<String> isVector() {
        return field -> field.matches("v:[0-9]{1,2}");
    }

    String needed(String field) {
        String text = form.text(field);
        if (text.isEmpty()) {
            issues.add(Place.ofField(field), "energyindex.missing");
        }
        return text;
    }

    OptionalDouble number(String field) {
        String text = form.text(field);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = words.parse(text);
        if (value.isEmpty()) {
            issues.add(Place.ofField(field), "energyindex.not-a-number", text);
        } else if (value.getAsDouble() < 0) {
            issues.add(Place.ofField(field), "energyindex.negative", text);
            return OptionalDouble.empty();
        }
        return value;
    }

    private OptionalInt year(String field) {
        String text = needed(field);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[12][0-9]{3}")) {
            issues.add(Place.ofField(field), "energyindex.not-a-year", text);
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    Issues issues() {
        return issues;
    }
}
