package org.boucle.app.itfootprint;

import static org.boucle.app.itfootprint.DialectWords.A;
import static org.boucle.app.itfootprint.DialectWords.B;
import static org.boucle.app.itfootprint.DialectWords.C;
import static org.boucle.app.itfootprint.DialectWords.D;
import static org.boucle.app.itfootprint.DialectWords.DESCRIPTION;
import static org.boucle.app.itfootprint.DialectWords.DESCRIPTIONS;
import static org.boucle.app.itfootprint.DialectWords.DURATION;
import static org.boucle.app.itfootprint.DialectWords.EMBEDDED;
import static org.boucle.app.itfootprint.DialectWords.HOURS;
import static org.boucle.app.itfootprint.DialectWords.IMPACTS;
import static org.boucle.app.itfootprint.DialectWords.LOAD_PERCENTAGE;
import static org.boucle.app.itfootprint.DialectWords.MAX;
import static org.boucle.app.itfootprint.DialectWords.MIN;
import static org.boucle.app.itfootprint.DialectWords.MISSING;
import static org.boucle.app.itfootprint.DialectWords.NOTICES;
import static org.boucle.app.itfootprint.DialectWords.NOTICES_BY_TEXT;
import static org.boucle.app.itfootprint.DialectWords.POWER_WATT;
import static org.boucle.app.itfootprint.DialectWords.SOURCE;
import static org.boucle.app.itfootprint.DialectWords.STATUS;
import static org.boucle.app.itfootprint.DialectWords.STATUSES;
import static org.boucle.app.itfootprint.DialectWords.TIME_PERCENTAGE;
import static org.boucle.app.itfootprint.DialectWords.UNIT;
import static org.boucle.app.itfootprint.DialectWords.UNITS;
import static org.boucle.app.itfootprint.DialectWords.USE;
import static org.boucle.app.itfootprint.DialectWords.VALUE;
import static org.boucle.app.itfootprint.DialectWords.WARNINGS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.AttributeView;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Explanation;
import org.boucle.features.itfootprint.Impact;
import org.boucle.features.itfootprint.Notice;
import org.boucle.features.itfootprint.PowerCurve;
import org.boucle.features.itfootprint.PowerPoint;
import org.boucle.features.itfootprint.Rounding;
import org.boucle.features.itfootprint.StageImpacts;
import org.boucle.features.itfootprint.Workload;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Writes answers as clients of the peer read them, straight out: a tree of an explained answer was a fifth of all that it
 * allocated. Numbers are always written with a decimal point.
 */
final class DialectJson {
    private static final double NOISE = 1e-9;
    private static final double LARGEST = 1e200;

    private final JsonGenerator out;
    private final Decimals decimals;
    /** Whether a value outside its bounds is moved to the nearest one. */
    private final boolean keepsInside;

    DialectJson(JsonGenerator out, boolean keepsInside) {
        this.out = out;
        this.decimals = new Decimals(out);
        this.keepsInside = keepsInside;
    }

    /** The whole answer of an assessment, the impacts as the given writer writes them. */
    void answer(Assessment assessment, Runnable impacts, boolean device) {
        out.writeStartObject();
        out.writeName(IMPACTS);
        out.writeStartObject();
        impacts.run();
        out.writeEndObject();
        if (!assessment.warnings().isEmpty()) {
            texts(WARNINGS, assessment.warnings());
        }
        assessment.explanation().ifPresent(explanation -> {
            out.writeName("verbose");
            out.writeStartObject();
            if (device) {
                device(explanation);
            } else {
                component(explanation);
            }
            out.writeEndObject();
        });
        out.writeEndObject();
    }

    void impact(String key, Criterion criterion, StageImpacts stages) {
        out.writeName(key);
        out.writeStartObject();
        label(UNIT, UNITS.get(criterion));
        label(DESCRIPTION, DESCRIPTIONS.get(criterion));
        stage(EMBEDDED, stages.embedded());
        stage(USE, stages.use());
        out.writeEndObject();
    }

    private void stage(SerializedString name, Impact impact) {
        switch (impact) {
            case Impact.Unknown unknown -> label(name, MISSING);
            case Impact.Known known -> {
                out.writeName(name);
                figure(known);
            }
        }
    }

    private void figure(Impact.Known known) {
        Estimate estimate = known.estimate();
        if (!isSane(estimate.value()) || !isSane(estimate.min()) || !isSane(estimate.max())) {
            throw Faults.of(
                    "finite_number",
                    Faults.Trail.BODY,
                    "The figures given are too large to be computed",
                    JsonNodeFactory.instance.nullNode());
        }
        boolean ordered = estimate.min() <= estimate.max();
        Rounding.Rounded rounded =
                Rounding.dialect(ordered ? estimate : new Estimate(estimate.value(), estimate.max(), estimate.min()));
        Estimate shown = keepsInside ? inside(rounded.estimate()) : rounded.estimate();
        out.writeStartObject();
        number(VALUE, shown.value());
        number(MIN, shown.min());
        number(MAX, shown.max());
        notices(known.notices(), rounded.wide());
        out.writeEndObject();
    }

    /** In the order of their texts. */
    private void notices(Set<Notice> notices, boolean wide) {
        if (!wide && notices.isEmpty()) {
            return;
        }
        out.writeName(WARNINGS);
        out.writeStartArray();
        for (Notice notice : NOTICES_BY_TEXT) {
            if (notices.contains(notice) || wide && notice == Notice.WIDE_INTERVAL) {
                out.writeString(NOTICES.get(notice));
            }
        }
        out.writeEndArray();
    }

    private void texts(SerializedString name, Iterable<String> texts) {
        out.writeName(name);
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    /** Neither infinite nor so large or small that rounding leaves the range of doubles. */
    private static boolean isSane(double value) {
        return value == 0 || Math.abs(value) < LARGEST && Math.abs(value) > 1 / LARGEST;
    }

    /** The last bits of a value may stick out of equal bounds without harm. */
    private static Estimate inside(Estimate estimate) {
        double noise = NOISE * Math.abs(estimate.value());
        if (estimate.value() < estimate.min() - noise) {
            return new Estimate(estimate.min(), estimate.min(), estimate.max());
        }
        if (estimate.value() > estimate.max() + noise) {
            return new Estimate(estimate.max(), estimate.min(), estimate.max());
        }
        return estimate;
    }

    /** The explanation of a component on its own. */
    private void component(Explanation explanation) {
        out.writeName(IMPACTS);
        out.writeStartObject();
        for (Map.Entry<Criterion, StageImpacts> impact : explanation.impacts().entrySet()) {
            impact(impact.getKey().key(), impact.getKey(), impact.getValue());
        }
        out.writeEndObject();
        attributes(explanation.attributes());
        duration(explanation);
        attributes(explanation.usage());
    }

    /** The explanation of a device with its parts. */
    private void device(Explanation explanation) {
        duration(explanation);
        for (Explanation part : explanation.parts()) {
            out.writeName(part.name());
            out.writeStartObject();
            component(part);
            out.writeEndObject();
        }
        attributes(explanation.usage());
        attributes(explanation.attributes());
    }

    private void duration(Explanation explanation) {
        out.writeName(DURATION);
        out.writeStartObject();
        if (explanation.durationHours().isPresent()) {
            number(VALUE, explanation.durationHours().getAsDouble());
        } else {
            out.writeName(VALUE);
            out.writeNull();
        }
        label(UNIT, HOURS);
        out.writeEndObject();
    }

    private void attributes(List<AttributeView> views) {
        for (AttributeView view : views) {
            out.writeName(DialectWords.of(view.name()));
            out.writeStartObject();
            out.writeName(VALUE);
            view.value().ifPresentOrElse(this::value, out::writeNull);
            label(STATUS, STATUSES.get(view.status()));
            said(UNIT, view.unit());
            said(SOURCE, view.source());
            view.min().ifPresent(min -> bound(MIN, min));
            view.max().ifPresent(max -> bound(MAX, max));
            if (!view.warning().isEmpty()) {
                texts(WARNINGS, List.of(view.warning()));
            }
            out.writeEndObject();
        }
    }

    private void label(SerializedString name, SerializedString label) {
        out.writeName(name);
        out.writeString(label);
    }

    private void number(SerializedString name, double number) {
        out.writeName(name);
        decimals.write(number);
    }

    /** What is not empty. */
    private void said(SerializedString name, String text) {
        if (!text.isEmpty()) {
            label(name, DialectWords.of(text));
        }
    }

    private void bound(SerializedString name, Object bound) {
        out.writeName(name);
        value(bound);
    }

    private void value(Object value) {
        switch (value) {
            case Double number when !Double.isFinite(number) -> out.writeNull();
            case Double number -> decimals.write(number);
            case Workload workload -> workload(workload);
            case PowerCurve curve -> curve(curve);
            case List<?> points -> points(points);
            default -> out.writeString(value.toString());
        }
    }

    private void workload(Workload workload) {
        if (workload.constant()) {
            decimals.write(workload.shares().getFirst().loadPercent());
            return;
        }
        out.writeStartArray();
        for (Workload.Share share : workload.shares()) {
            out.writeStartObject();
            number(TIME_PERCENTAGE, share.timePercent());
            number(LOAD_PERCENTAGE, share.loadPercent());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void curve(PowerCurve curve) {
        out.writeStartObject();
        number(A, curve.a());
        if (curve.b() != 0) {
            number(B, curve.b());
            number(C, curve.c());
            number(D, curve.d());
        }
        out.writeEndObject();
    }

    private void points(List<?> points) {
        out.writeStartArray();
        for (Object point : points) {
            if (point instanceof PowerPoint power) {
                out.writeStartObject();
                number(LOAD_PERCENTAGE, power.loadPercent());
                number(POWER_WATT, power.watts());
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }
}
