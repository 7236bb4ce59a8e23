package org.boucle.app.company;

import java.util.List;
import java.util.Optional;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.text.Language;

/** BEGES posts as people write them, and the one that a flow usually belongs to. */
final class Posts {
    private Posts() {}

    /** By number ({@code 2.1}) or label in either language. */
    static Optional<BegesPost> find(String text) {
        String wanted = text.strip();
        for (BegesPost post : BegesPost.values()) {
            if (post.number().equals(wanted)
                    || wanted.startsWith(post.number() + " ")
                    || post.name().equalsIgnoreCase(wanted)
                    || post.label(Language.FR).equalsIgnoreCase(wanted)
                    || post.label(Language.EN).equalsIgnoreCase(wanted)) {
                return Optional.of(post);
            }
        }
        return Optional.empty();
    }

    /** The post of a flow where nobody says another. */
    static BegesPost usual(String flow) {
        String family = flow.contains(".") ? flow.substring(0, flow.indexOf('.')) : flow;
        return switch (family) {
            case "fuel" -> BegesPost.P1_1;
            case "gas" -> BegesPost.P1_4;
            case "electricity" -> BegesPost.P2_1;
            case "heat", "cold" -> BegesPost.P2_2;
            case "freight" -> BegesPost.P3_1;
            case "travel" -> BegesPost.P3_5;
            case "waste" -> BegesPost.P4_3;
            case "equipment", "building" -> BegesPost.P4_2;
            case "spend" -> BegesPost.P4_5;
            case "indicator" -> BegesPost.P6_1;
            default -> flow.equals("water.treatment") ? BegesPost.P4_3 : BegesPost.P4_1;
        };
    }

    /** Beginnings of the codes that a post prefers, so that "gaz naturel" bought for a boiler is a fuel. */
    static List<String> flows(Optional<BegesPost> post) {
        if (post.isEmpty()) {
            return List.of("electricity.grid", "fuel.", "material.", "freight.", "");
        }
        return switch (post.get()) {
            case P1_1, P1_2, P1_5 -> List.of("fuel.", "");
            case P1_3, P1_4 -> List.of("gas.", "");
            case P2_1 -> List.of("electricity.grid", "electricity.", "");
            case P2_2 -> List.of("heat.", "cold.", "");
            case P3_1, P3_2 -> List.of("freight.", "");
            case P3_3, P3_4, P3_5 -> List.of("travel.", "");
            case P4_1 -> List.of("material.", "water.", "spend.", "");
            case P4_2, P4_4, P5_2 -> List.of("equipment.", "building.", "");
            case P4_3, P5_3 -> List.of("waste.", "");
            case P4_5, P5_4, P6_1 -> List.of("spend.", "");
            case P5_1 -> List.of("electricity.grid", "fuel.", "");
        };
    }
}
