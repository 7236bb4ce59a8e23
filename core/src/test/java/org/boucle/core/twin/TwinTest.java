package org.boucle.core.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.boucle.core.input.BadInput;
import org.boucle.core.twin.Measure.Quantity;
import org.boucle.core.twin.Relation.Sort;
import org.boucle.core.twin.Thing.Actor;
import org.boucle.core.twin.Thing.Building;
import org.boucle.core.twin.Thing.Lane;
import org.boucle.core.twin.Thing.Line;
import org.boucle.core.twin.Thing.Machine;
import org.boucle.core.twin.Thing.Product;
import org.boucle.core.twin.Thing.Supplier;
import org.boucle.core.twin.Thing.Vehicle;
import org.junit.jupiter.api.Test;

class TwinTest {
    private static final Site SITE = Site.named("Biscuiterie");

    private static Twin factory() {
        return Twin.of(
                List.of(
                        SITE,
                        new Line("line/1", "Ligne 1", 1),
                        new Machine("oven", "Four 1"),
                        new Machine("air", "Air comprimé"),
                        new Product("sablé", "Sablé", "biscuits", Product.Life.BUILT),
                        new Supplier("mill", "Moulin"),
                        new Lane("road", "Route du moulin", 42),
                        new Vehicle("truck", "Camion"),
                        new Actor("owner", "Deux Rives")),
                List.of(
                        new Relation(Sort.CONTAINS, "biscuiterie", "line/1"),
                        new Relation(Sort.CONTAINS, "biscuiterie", "air"),
                        new Relation(Sort.CONTAINS, "line/1", "oven"),
                        new Relation(Sort.FEEDS, "air", "line/1"),
                        new Relation(Sort.MAKES, "line/1", "sablé"),
                        new Relation(Sort.SUPPLIES, "mill", "biscuiterie"),
                        new Relation(Sort.LEADS, "mill", "road"),
                        new Relation(Sort.LEADS, "road", "biscuiterie"),
                        new Relation(Sort.RUNS, "truck", "road"),
                        new Relation(Sort.OWNS, "owner", "biscuiterie")),
                List.of(
                        new Measure("site/power", Quantity.ELECTRICITY, "biscuiterie", "Site"),
                        new Measure("oven/power", Quantity.ELECTRICITY, "oven", "Four 1"),
                        new Measure("oven/temperature", Quantity.OTHER, "oven", "Four 1 °C")));
    }

    @Test
    void questionsAreAnsweredAlongTheGraph() {
        Twin twin = factory();
        assertThat(twin.descendants("biscuiterie")).extracting(Thing::id).containsExactly("line/1", "air", "oven");
        assertThat(twin.parent("oven")).contains(twin.get("line/1"));
        assertThat(twin.around("oven", Site.class)).contains(SITE);
        assertThat(twin.around("air", Line.class)).isEmpty();
        assertThat(twin.path("truck", "sablé"))
                .extracting(Thing::id)
                .containsExactly("truck", "road", "biscuiterie", "line/1", "sablé");
        assertThat(twin.path("sablé", "truck")).isEmpty();
        assertThat(twin.related("line/1", Sort.MAKES)).extracting(Thing::name).containsExactly("Sablé");
        assertThat(twin.measuring("oven")).hasSize(2);
        assertThat(twin.measuringInside("biscuiterie")).hasSize(3);
        assertThat(twin.measure("oven/power")).map(Measure::thing).contains("oven");
        assertThat(twin.things(Machine.class)).hasSize(2);
        assertThatThrownBy(() -> twin.get("moon")).hasMessageContaining("knows nothing");
    }

    @Test
    void changesAreCopies() {
        Twin twin = factory();
        Twin more = twin.with(new Machine("packer", "Emballage"))
                .with(new Relation(Sort.CONTAINS, "line/1", "packer"))
                .with(new Measure("packer/power", Quantity.ELECTRICITY, "packer", "Emballage"));
        assertThat(more).isNotEqualTo(twin);
        assertThat(more.descendants("line/1")).hasSize(2);
        assertThat(more.without("packer")).isEqualTo(twin).hasSameHashCodeAs(twin);
        assertThat(twin.without("line/1").parent("oven")).isEmpty();
        assertThat(Twin.empty().things()).isEmpty();
    }

    @Test
    void everyIssueIsNamedWithItsPlace() {
        BadInput bad = catchThrowableOfType(
                BadInput.class,
                () -> Twin.of(
                        List.of(
                                SITE,
                                new Building("hall", "Halle"),
                                new Building("hall", "Halle 2"),
                                new Machine("oven", "Four"),
                                new Machine("belt", "Tapis")),
                        List.of(
                                new Relation(Sort.CONTAINS, "biscuiterie", "cellar"),
                                new Relation(Sort.CONTAINS, "oven", "belt"),
                                new Relation(Sort.CONTAINS, "belt", "oven"),
                                new Relation(Sort.CONTAINS, "hall", "oven"),
                                new Relation(Sort.MAKES, "oven", "belt")),
                        List.of(
                                new Measure("a", Quantity.OTHER, "oven", "a"),
                                new Measure("a", Quantity.OTHER, "roof", "a"))));
        assertThat(bad.issues())
                .extracting(issue -> issue.place().path() + " " + issue.code())
                .containsExactlyInAnyOrder(
                        "things › 3 › id twin.twice",
                        "relations › 1 › to twin.unknown",
                        "relations › 4 › to twin.parents",
                        "relations › 5 twin.misfit",
                        "relations › 2 twin.cycle",
                        "relations › 3 twin.cycle",
                        "measures › 2 › thing twin.unknown",
                        "measures › 2 › series twin.series");
    }

    /** A random forest of machines, with some feeding others. */
    private static Twin random(int size, long seed) {
        Random random = new Random(seed);
        List<Thing> things = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            things.add(new Machine("m" + i, "M" + i));
            if (i > 0 && random.nextInt(5) > 0) {
                relations.add(new Relation(Sort.CONTAINS, "m" + random.nextInt(i), "m" + i));
            }
            if (i > 0 && random.nextBoolean()) {
                relations.add(new Relation(Sort.FEEDS, "m" + random.nextInt(size), "m" + random.nextInt(i)));
            }
        }
        relations.removeIf(relation -> things.stream().noneMatch(t -> t.id().equals(relation.from())));
        return Twin.of(things, relations, List.of());
    }

    @Property(tries = 200)
    void descendantsAreThoseWhoseContainersLeadBack(@ForAll @IntRange(min = 1, max = 25) int size, @ForAll long seed) {
        Twin twin = random(size, seed);
        for (Thing thing : twin.things()) {
            Set<String> plain = new HashSet<>();
            for (Thing other : twin.things()) {
                for (var up = twin.parent(other.id());
                        up.isPresent();
                        up = twin.parent(up.get().id())) {
                    if (up.get().equals(thing)) {
                        plain.add(other.id());
                    }
                }
            }
            assertThat(twin.descendants(thing.id())).extracting(Thing::id).containsExactlyInAnyOrderElementsOf(plain);
        }
    }

    @Property(tries = 200)
    void pathsAreShortestAndFollowRelations(@ForAll @IntRange(min = 2, max = 20) int size, @ForAll long seed) {
        Twin twin = random(size, seed);
        int[][] steps = steps(twin);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                List<Thing> path = twin.path("m" + a, "m" + b);
                assertThat(path.size() - 1).isEqualTo(steps[a][b] >= 1_000 ? -1 : steps[a][b]);
                for (int i = 1; i < path.size(); i++) {
                    String from = path.get(i - 1).id();
                    String to = path.get(i).id();
                    assertThat(twin.relations()).anyMatch(r -> r.from().equals(from) && r.to().equals(to));
                }
            }
        }
    }

    /** Floyd and Warshall's count of steps between all pairs. */
    private static int[][] steps(Twin twin) {
        int size = twin.things().size();
        int[][] steps = new int[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                steps[a][b] = a == b ? 0 : 1_000;
            }
        }
        twin.relations().stream()
                .filter(r -> !r.from().equals(r.to()))
                .forEach(r -> steps[number(r.from())][number(r.to())] = 1);
        for (int k = 0; k < size; k++) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    steps[a][b] = Math.min(steps[a][b], steps[a][k] + steps[k][b]);
                }
            }
        }
        return steps;
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    @Property(tries = 200)
    void aContainerPutIntoItsContentIsRefused(@ForAll @IntRange(min = 2, max = 25) int size, @ForAll long seed) {
        Twin twin = random(size, seed);
        twin.things().stream()
                .filter(thing -> twin.parent(thing.id()).isEmpty())
                .filter(root -> !twin.descendants(root.id()).isEmpty())
                .forEach(root -> {
                    String inside = twin.descendants(root.id()).getLast().id();
                    assertThatThrownBy(() -> twin.with(new Relation(Sort.CONTAINS, inside, root.id())))
                            .isInstanceOf(BadInput.class)
                            .hasMessageContaining("twin.cycle");
                });
    }
}
