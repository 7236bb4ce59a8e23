package org.boucle.features.territory.life;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.LegalStatus;

/**
 * The regulatory gate of one synergy: a waste may run as a by-product, or after end-of-waste, or to a receiver with a
 * permit under a waste note; one of the three ways must be complete. Hazardous wastes are not mixed, whatever the way.
 */
public record Checklist(Map<Question, Answer> answers) {
    private static final List<Question> BY_PRODUCT = List.of(
            Question.BY_PRODUCT_USE_CERTAIN,
            Question.BY_PRODUCT_USED_DIRECTLY,
            Question.BY_PRODUCT_INTEGRAL_PART,
            Question.BY_PRODUCT_LAWFUL);
    private static final List<Question> END_OF_WASTE = List.of(
            Question.END_OF_WASTE_PURPOSE,
            Question.END_OF_WASTE_MARKET,
            Question.END_OF_WASTE_TECHNICAL,
            Question.END_OF_WASTE_NO_HARM);
    private static final List<Question> PERMIT = List.of(Question.RECEIVER_PERMIT, Question.WASTE_NOTE);
    private static final List<Question> ALWAYS =
            List.of(Question.ANIMAL_BY_PRODUCTS, Question.SHIPMENT_ACROSS_BORDERS, Question.REACH);

    public Checklist {
        answers = answers.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(answers));
    }

    public static Checklist empty() {
        return new Checklist(Map.of());
    }

    public Answer answer(Question question) {
        return answers.getOrDefault(question, Answer.OPEN);
    }

    public Checklist with(Question question, Answer answer) {
        Map<Question, Answer> more = new EnumMap<>(Question.class);
        more.putAll(answers);
        more.put(question, answer);
        return new Checklist(more);
    }

    /** The questions that this flow raises, in the order to ask them. */
    public static List<Question> asked(Flow flow, boolean hazardous) {
        List<Question> asked = new ArrayList<>();
        boolean matter = flow.kind() == FlowKind.MATERIAL || flow.kind() == FlowKind.GAS;
        if (matter && flow.status() == LegalStatus.WASTE) {
            asked.addAll(BY_PRODUCT);
            asked.addAll(END_OF_WASTE);
            asked.addAll(PERMIT);
        } else if (matter && flow.status() == LegalStatus.BY_PRODUCT) {
            asked.addAll(BY_PRODUCT);
        } else if (matter && flow.status() == LegalStatus.END_OF_WASTE) {
            asked.addAll(END_OF_WASTE);
        }
        if (hazardous) {
            asked.add(Question.HAZARDOUS_NOT_MIXED);
        }
        if (matter && flow.status() != LegalStatus.PRODUCT) {
            asked.addAll(ALWAYS);
        }
        return asked;
    }

    /** What still stands in the way of running; empty where the law is content. */
    public List<Question> missing(Flow flow, boolean hazardous) {
        List<Question> asked = asked(flow, hazardous);
        List<Question> missing = new ArrayList<>();
        boolean anyWay = isComplete(asked, BY_PRODUCT) || isComplete(asked, END_OF_WASTE) || isComplete(asked, PERMIT);
        for (Question question : asked) {
            boolean ofWay =
                    BY_PRODUCT.contains(question) || END_OF_WASTE.contains(question) || PERMIT.contains(question);
            boolean settled =
                    ofWay ? anyWay : answer(question) == Answer.YES || answer(question) == Answer.NOT_APPLICABLE;
            if (!settled) {
                missing.add(question);
            }
        }
        return missing;
    }

    private boolean isComplete(List<Question> asked, List<Question> way) {
        return asked.containsAll(way) && way.stream().allMatch(question -> answer(question) == Answer.YES);
    }
}
