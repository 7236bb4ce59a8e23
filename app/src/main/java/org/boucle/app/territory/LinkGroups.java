package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.territory.exchange.ExchangeProblem;
import org.boucle.features.territory.exchange.ExchangeProblem.End;

/** The links of an exchange problem in groups that share no donor, receiver or hub: each is a problem of its own. */
final class LinkGroups {
    private LinkGroups() {}

    static List<BitSet> of(ExchangeProblem problem, BitSet active) {
        int donors = problem.donors().size();
        int receivers = problem.receivers().size();
        int[] root = new int[donors + receivers + problem.hubs().size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        active.stream().forEach(i -> {
            int a = find(root, node(problem.links().get(i).from(), 0, donors + receivers));
            int b = find(root, node(problem.links().get(i).to(), donors, donors + receivers));
            root[a] = b;
        });
        Map<Integer, BitSet> groups = new LinkedHashMap<>();
        active.stream()
                .forEach(i -> groups.computeIfAbsent(
                                find(root, node(problem.links().get(i).from(), 0, donors + receivers)),
                                key -> new BitSet())
                        .set(i));
        return new ArrayList<>(groups.values());
    }

    private static int node(End end, int sites, int hubs) {
        return switch (end) {
            case End.Site(int index) -> sites + index;
            case End.Hub(int index) -> hubs + index;
        };
    }

    private static int find(int[] root, int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
