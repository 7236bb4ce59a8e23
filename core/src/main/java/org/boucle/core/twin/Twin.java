package org.boucle.core.twin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.input.BadInput;
import org.boucle.core.twin.Relation.Sort;

/**
 * An immutable graph of things, relations and measures. It always holds together: ids are unique, relations join known
 * things of fitting kinds, nothing is contained twice or in itself, a series measures one thing.
 */
public final class Twin {
    private static final Twin EMPTY = new Twin(List.of(), List.of(), List.of());

    private final List<Thing> things;
    private final List<Relation> relations;
    private final List<Measure> measures;
    private final Map<String, Thing> byId = new LinkedHashMap<>();
    private final Map<String, List<Relation>> leaving = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Measure>> measuring = new HashMap<>();

    private Twin(List<Thing> things, List<Relation> relations, List<Measure> measures) {
        this.things = List.copyOf(things);
        this.relations = List.copyOf(relations);
        this.measures = List.copyOf(measures);
        this.things.forEach(thing -> byId.put(thing.id(), thing));
        this.relations.forEach(relation -> leaving.computeIfAbsent(relation.from(), id -> new ArrayList<>())
                .add(relation));
        this.relations.stream()
                .filter(relation -> relation.sort() == Sort.CONTAINS)
                .forEach(relation -> parents.put(relation.to(), relation.from()));
        this.measures.forEach(measure -> measuring
                .computeIfAbsent(measure.thing(), id -> new ArrayList<>())
                .add(measure));
    }

    public static Twin empty() {
        return EMPTY;
    }

    /** A twin of these parts; {@link BadInput} with every issue where they don't hold together. */
    public static Twin of(
            Collection<? extends Thing> things, Collection<Relation> relations, Collection<Measure> measures) {
        List<Thing> kept = List.copyOf(things);
        TwinCheck.of(kept, List.copyOf(relations), List.copyOf(measures)).throwIfAny();
        return new Twin(kept, List.copyOf(relations), List.copyOf(measures));
    }

    public Twin with(Thing thing) {
        return of(appended(things, thing), relations, measures);
    }

    public Twin with(Relation relation) {
        return of(things, appended(relations, relation), measures);
    }

    public Twin with(Measure measure) {
        return of(things, relations, appended(measures, measure));
    }

    /** Without a thing, its relations and its measures; what it contained is contained by nothing then. */
    public Twin without(String id) {
        return new Twin(
                things.stream().filter(thing -> !thing.id().equals(id)).toList(),
                relations.stream()
                        .filter(relation ->
                                !relation.from().equals(id) && !relation.to().equals(id))
                        .toList(),
                measures.stream().filter(measure -> !measure.thing().equals(id)).toList());
    }

    private static <T> List<T> appended(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    public List<Thing> things() {
        return things;
    }

    /** The things of one kind, in their order. */
    public <T extends Thing> List<T> things(Class<T> kind) {
        return things.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Relation> relations() {
        return relations;
    }

    public List<Measure> measures() {
        return measures;
    }

    public Optional<Thing> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Thing get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("The twin knows nothing of '" + id + "'. Maybe it was taken out before."));
    }

    /** What a thing directly contains, in the order of the relations. */
    public List<Thing> children(String id) {
        return leaving.getOrDefault(id, List.of()).stream()
                .filter(relation -> relation.sort() == Sort.CONTAINS)
                .map(relation -> byId.get(relation.to()))
                .toList();
    }

    /** What contains a thing. */
    public Optional<Thing> parent(String id) {
        return Optional.ofNullable(parents.get(id)).map(byId::get);
    }

    /** The nearest thing of a kind that contains another, or is it. */
    public <T extends Thing> Optional<T> around(String id, Class<T> kind) {
        Optional<Thing> at = find(id);
        while (at.isPresent() && !kind.isInstance(at.get())) {
            at = parent(at.get().id());
        }
        return at.map(kind::cast);
    }

    /** Everything inside a thing, itself excluded, from the outside in. */
    public List<Thing> descendants(String id) {
        List<Thing> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            children(open.poll()).forEach(child -> {
                found.add(child);
                open.add(child.id());
            });
        }
        return List.copyOf(found);
    }

    /** What a thing is related to in one way, in the order of the relations. */
    public List<Thing> related(String id, Sort sort) {
        return leaving.getOrDefault(id, List.of()).stream()
                .filter(relation -> relation.sort() == sort)
                .map(relation -> byId.get(relation.to()))
                .toList();
    }

    /** A shortest way along relations from one thing to another, both included; empty where there is none. */
    public List<Thing> path(String from, String to) {
        Map<String, String> before = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(List.of(get(from).id()));
        while (!open.isEmpty() && !seen.contains(to)) {
            String at = open.poll();
            for (Relation relation : leaving.getOrDefault(at, List.of())) {
                if (seen.add(relation.to())) {
                    before.put(relation.to(), at);
                    open.add(relation.to());
                }
            }
        }
        List<Thing> path = new ArrayList<>();
        for (String at = seen.contains(to) ? to : null; at != null; at = before.get(at)) {
            path.addFirst(get(at));
        }
        return List.copyOf(path);
    }

    /** What measures a thing itself. */
    public List<Measure> measuring(String id) {
        return List.copyOf(measuring.getOrDefault(id, List.of()));
    }

    /** What measures a thing or anything inside it. */
    public List<Measure> measuringInside(String id) {
        List<Measure> found = new ArrayList<>(measuring(id));
        descendants(id).forEach(thing -> found.addAll(measuring(thing.id())));
        return List.copyOf(found);
    }

    /** What a series measures. */
    public Optional<Measure> measure(String series) {
        return measures.stream()
                .filter(measure -> measure.series().equals(series))
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Twin twin
                && things.equals(twin.things)
                && relations.equals(twin.relations)
                && measures.equals(twin.measures);
    }

    @Override
    public int hashCode() {
        return Objects.hash(things, relations, measures);
    }

    @Override
    public String toString() {
        return "Twin[" + things.size() + " things, " + relations.size() + " relations, " + measures.size()
                + " measures]";
    }
}
