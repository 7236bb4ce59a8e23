package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A question for the power curve of a processor.
 *
 * @param cpu as far as it is known
 * @param measured points measured on it; none to take the curve from its thermal design power or range
 */
public record CpuProfile(Given cpu, List<PowerPoint> measured) {
    public CpuProfile {
        measured = List.copyOf(measured);
    }

    /** The curve, and where it comes from. */
    public record Result(PowerCurve curve, String source) {}

    Result curve(ItTables tables, Rules rules) {
        Optional<CpuTable.Row> row = cpu.text(Field.NAME).flatMap(tables.cpus::find);
        String maker = cpu.text(Field.MANUFACTURER)
                .or(() -> row.map(CpuTable.Row::manufacturer))
                .orElse("");
        String range = range(rules).or(() -> row.map(CpuTable.Row::modelRange)).orElse("");
        OptionalDouble tdp = cpu.number(Field.TDP);
        if (tdp.isEmpty() && row.isPresent()) {
            tdp = row.get().tdp();
        }
        CurveTable curves = tables.curves;
        Optional<PowerCurve> base = curves.base(maker, range);
        boolean boxed = rules.keeps(Quirk.FIT_BOX);
        if (!measured.isEmpty()) {
            double[] loads =
                    measured.stream().mapToDouble(PowerPoint::loadPercent).toArray();
            double[] watts = measured.stream().mapToDouble(PowerPoint::watts).toArray();
            return new Result(PowerFit.fit(loads, watts, base.orElse(curves.usual()), boxed), "From workload");
        }
        if (tdp.isPresent()) {
            return new Result(curves.ofTdp(tdp.getAsDouble(), base, boxed), "From TDP");
        }
        return base.map(curve -> new Result(curve, "From CPU model range"))
                .orElseGet(() -> new Result(curves.usual(), "Default"));
    }

    private Optional<String> range(Rules rules) {
        Optional<String> given = cpu.text(Field.MODEL_RANGE);
        return rules.keeps(Quirk.FAMILY_AS_RANGE) ? cpu.text(Field.FAMILY).or(() -> given) : given;
    }
}
