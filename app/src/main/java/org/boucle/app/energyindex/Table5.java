package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.energyindex.PostKind;
import org.boucle.features.energyindex.PostLine;
import org.boucle.features.energyindex.SiteYear;

/** The rows of the note's table 5 in their printed order: blocks, products or groups, steps or buildings, totals. */
public final class Table5 {
    private Table5() {}

    /** What a row is. */
    public enum Kind {
        BLOCK,
        GROUP,
        LINE,
        GROUP_TOTAL,
        BLOCK_TOTAL
    }

    /**
     * @param number the note's numbering, such as 1.2; empty where it has none
     * @param line the post, on rows of kind LINE
     * @param theoretical column (3) of a post or a total, in the agreement's energy unit
     */
    public record Row(
            Kind kind, PostKind block, String number, String label, Optional<PostLine> line, double theoretical) {}

    public static List<Row> rows(SiteYear year) {
        List<Row> rows = new ArrayList<>();
        for (PostKind block : PostKind.values()) {
            Map<String, List<PostLine>> groups = new LinkedHashMap<>();
            year.lines().stream()
                    .filter(l -> l.post().kind() == block)
                    .forEach(l -> groups.computeIfAbsent(l.post().group(), _ -> new ArrayList<>())
                            .add(l));
            if (!groups.isEmpty()) {
                rows.add(new Row(Kind.BLOCK, block, "", "", Optional.empty(), 0));
                addGroups(rows, block, groups);
                rows.add(new Row(Kind.BLOCK_TOTAL, block, "", "", Optional.empty(), year.theoretical(block)));
            }
        }
        return rows;
    }

    /** A group of a single post of the same name takes one row. */
    private static void addGroups(List<Row> rows, PostKind block, Map<String, List<PostLine>> groups) {
        int number = 0;
        for (Map.Entry<String, List<PostLine>> group : groups.entrySet()) {
            number++;
            List<PostLine> lines = group.getValue();
            boolean single =
                    lines.size() == 1 && lines.getFirst().post().label().equals(group.getKey());
            if (!single) {
                rows.add(new Row(Kind.GROUP, block, Integer.toString(number), group.getKey(), Optional.empty(), 0));
            }
            double sum = 0;
            int step = 0;
            for (PostLine line : lines) {
                step++;
                String label = single ? Integer.toString(number) : number + "." + step;
                rows.add(new Row(Kind.LINE, block, label, line.post().label(), Optional.of(line), line.theoretical()));
                sum += line.theoretical();
            }
            if (!single) {
                rows.add(new Row(Kind.GROUP_TOTAL, block, "", group.getKey(), Optional.empty(), sum));
            }
        }
    }
}
