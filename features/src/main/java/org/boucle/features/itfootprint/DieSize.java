package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The area of a die, in mm², from processors of the same family and number of cores. */
final class DieSize {
    private static final int DIGITS = 3;
    private static final ToDoubleFunction<CpuTable.Row> AREA = row -> row.die().getAsDouble();

    private DieSize() {}

    static void complete(CpuPart cpu) {
        CpuTable table = cpu.study.tables().cpus;
        Optional<String> family = Optional.ofNullable(cpu.family.get()).flatMap(table::findFamily);
        Optional<String> known =
                family.filter(name -> !table.withDie(Optional.of(name)).isEmpty());
        known.filter(name -> !name.equals(cpu.family.get())).ifPresent(name -> cpu.family.change(name, ""));
        List<CpuTable.Row> rows = table.withDie(known);
        String label = known.orElse("all families");
        if (!cpu.coreUnits.isSet()) {
            cpu.die.complete(rounded(mean(rows)), rounded(min(rows)), rounded(max(rows)), "Average value for " + label);
            return;
        }
        double cores = cpu.coreUnits.get();
        List<CpuTable.Row> same = withCores(rows, cores);
        if (!same.isEmpty()) {
            double least = min(orElse(withCores(rows, cpu.coreUnits.min()), same));
            double most = max(orElse(withCores(rows, cpu.coreUnits.max()), same));
            String source = "Average value of " + label + " with " + (long) cores + " cores";
            cpu.die.complete(rounded(mean(same)), rounded(least), rounded(most), source);
        } else if (haveOneCoreCount(rows)) {
            CpuTable.Row first = rows.getFirst();
            double ratio = cores / first.cores().orElse(cores);
            cpu.die.complete(
                    rounded(AREA.applyAsDouble(first) * ratio),
                    rounded(min(rows) * ratio),
                    rounded(max(rows) * ratio),
                    "Rule of three on " + first.name());
        } else {
            double area = rounded(regression(rows, cores));
            cpu.die.complete(area, "Linear regression on " + label);
        }
    }

    private static double rounded(double area) {
        return Rounding.significant(area, DIGITS);
    }

    private static List<CpuTable.Row> orElse(List<CpuTable.Row> rows, List<CpuTable.Row> others) {
        return rows.isEmpty() ? others : rows;
    }

    private static List<CpuTable.Row> withCores(List<CpuTable.Row> rows, double cores) {
        return rows.stream().filter(row -> row.cores().orElse(-1) == cores).toList();
    }

    private static boolean haveOneCoreCount(List<CpuTable.Row> rows) {
        return rows.size() == 1
                || rows.stream().map(CpuTable.Row::cores).distinct().count() == 1;
    }

    private static double mean(List<CpuTable.Row> rows) {
        return rows.stream().mapToDouble(AREA).sum() / rows.size();
    }

    private static double min(List<CpuTable.Row> rows) {
        return rows.stream().mapToDouble(AREA).min().orElseThrow();
    }

    private static double max(List<CpuTable.Row> rows) {
        return rows.stream().mapToDouble(AREA).max().orElseThrow();
    }

    /** Ordinary least squares of the area against the cores. */
    private static double regression(List<CpuTable.Row> rows, double cores) {
        List<CpuTable.Row> known =
                rows.stream().filter(row -> row.cores().isPresent()).toList();
        double meanCores = known.stream()
                .mapToDouble(row -> row.cores().getAsDouble())
                .average()
                .orElse(cores);
        double meanArea = known.stream().mapToDouble(AREA).average().orElse(0);
        double sxy = 0;
        double sxx = 0;
        for (CpuTable.Row row : known) {
            double x = row.cores().getAsDouble() - meanCores;
            sxy += x * (AREA.applyAsDouble(row) - meanArea);
            sxx += x * x;
        }
        return sxx == 0 ? meanArea : meanArea + sxy / sxx * (cores - meanCores);
    }
}
