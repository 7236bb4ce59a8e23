package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.boucle.app.pages.Page;
import org.boucle.core.impact.lca.Sankey.Link;
import org.boucle.core.impact.lca.Sankey.Node;

/** The flow of an impact through the processes of a database as an SVG: suppliers on the left, the product on the right. */
final class StudyChart {
    private static final int MOST_NODES = 12;
    private static final int MOST_LEVELS = 4;
    private static final double WIDTH = 900;
    private static final double HEIGHT = 340;
    private static final double GAP = 26;

    private final Study study;
    private final Page page;
    private final Map<Integer, Integer> level = new HashMap<>();
    private final Map<Integer, double[]> box = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private StudyChart(Study study, Page page) {
        this.study = study;
        this.page = page;
    }

    /** The chart; empty text where the impact is nothing. */
    static String of(Study study, Page page) {
        return new StudyChart(study, page).draw();
    }

    private String draw() {
        org.boucle.core.impact.lca.Sankey flows = study.flows(MOST_NODES);
        if (flows.total() == 0 || flows.nodes().isEmpty()) {
            return "";
        }
        List<Node> nodes = levelled(flows);
        double scale = scale(nodes);
        place(nodes, scale);
        String title = page.t("footprint.lca.flow.title", study.category().label(page.language()));
        svg.append("<svg class=\"chart\" style=\"max-width:960px\" viewBox=\"0 0 900 ")
                .append((int) HEIGHT + 20)
                .append("\" role=\"img\"><title>")
                .append(Sankey.escaped(title))
                .append("</title>");
        Map<Integer, Double> left = new HashMap<>();
        Map<Integer, Double> right = new HashMap<>();
        flows.links().forEach(link -> band(link, scale, left, right));
        nodes.forEach(this::node);
        return svg.append("</svg>").toString();
    }

    /** Steps upstream of the product asked for; a process that no shown link reaches is left out. */
    private List<Node> levelled(org.boucle.core.impact.lca.Sankey flows) {
        level.put(study.index(), 0);
        for (int step = 1; step < MOST_LEVELS; step++) {
            for (Link link : flows.links()) {
                if (level.getOrDefault(link.consumer(), -1) == step - 1) {
                    level.putIfAbsent(link.supplier(), step);
                }
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : flows.nodes()) {
            if (level.containsKey(node.activity())) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private double scale(List<Node> nodes) {
        double scale = Double.POSITIVE_INFINITY;
        for (int l = 0; l < MOST_LEVELS; l++) {
            int now = l;
            List<Node> here =
                    nodes.stream().filter(n -> level.get(n.activity()) == now).toList();
            double sum =
                    here.stream().mapToDouble(n -> Math.abs(n.throughput())).sum();
            if (sum > 0) {
                scale = Math.min(scale, (HEIGHT - GAP * here.size()) / sum);
            }
        }
        return Double.isFinite(scale) ? Math.max(0, scale) : 0;
    }

    private void place(List<Node> nodes, double scale) {
        double[] y = new double[MOST_LEVELS];
        java.util.Arrays.fill(y, 22);
        int deepest =
                nodes.stream().mapToInt(n -> level.get(n.activity())).max().orElse(0);
        double step = deepest == 0 ? 0 : (WIDTH - 250) / deepest;
        for (Node node : nodes) {
            int l = level.get(node.activity());
            double height = Math.max(2, Math.abs(node.throughput()) * scale);
            box.put(node.activity(), new double[] {10 + (deepest - l) * step, y[l], height});
            y[l] += height + GAP;
        }
    }

    private void band(Link link, double scale, Map<Integer, Double> left, Map<Integer, Double> right) {
        double[] from = box.get(link.supplier());
        double[] to = box.get(link.consumer());
        if (from == null || to == null || level.get(link.supplier()) <= level.get(link.consumer())) {
            return;
        }
        double height = Math.max(0.5, Math.abs(link.impact()) * scale);
        double y1 = from[1] + right.merge(link.supplier(), height, Double::sum) - height;
        double y2 = to[1] + left.merge(link.consumer(), height, Double::sum) - height;
        double x1 = from[0] + 8;
        double middle = (x1 + to[0]) / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%1$.0f %2$.1fC%3$.0f %2$.1f %3$.0f %4$.1f %5$.0f %4$.1fV%7$.1fC%3$.0f %7$.1f %3$.0f %6$.1f"
                        + " %1$.0f %6$.1fZ\" fill=\"var(--c%8$d)\" fill-opacity=\".28\"/>",
                x1,
                y1,
                middle,
                y2,
                to[0],
                y1 + height,
                y2 + height,
                link.impact() < 0 ? 3 : 1));
    }

    private void node(Node node) {
        double[] at = box.get(node.activity());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.0f\" y=\"%.1f\" width=\"8\" height=\"%.1f\" fill=\"var(--c%d)\"/>",
                at[0],
                at[1],
                at[2],
                node.throughput() < 0 ? 3 : 1));
        String name = study.of(node.activity()).process();
        String shown = (name.length() <= 30 ? name : name.substring(0, 29) + "…") + " " + page.n(node.throughput());
        svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.1f\">", at[0], at[1] - 5))
                .append(Sankey.escaped(shown))
                .append("</text>");
    }
}
