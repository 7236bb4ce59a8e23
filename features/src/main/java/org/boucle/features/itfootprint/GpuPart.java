package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A graphics card: casing, heat sink, board, dies, transport and end of life. */
final class GpuPart extends Part {
    /** Area of memory die per GB, in mm², and the wafer: radius in mm, defects per cm². */
    private static final double VRAM_MM2_PER_GB = 15.5;

    private static final double WAFER_RADIUS = 150;
    private static final double DEFECTS = 0.1;
    private static final double SAW = 0.2;
    /** Share of the thermal design power at idle and at full load, and between them in proportion. */
    private static final double IDLE_SHARE = 0.10;

    private final Attribute<String> name;
    private final Attribute<Double> weight;
    private final Attribute<Double> heatsink;
    private final Attribute<Double> board;
    private final Attribute<Double> casing;
    private final Attribute<Double> surface;
    private final Attribute<Double> vram;
    private final Attribute<Double> dies;
    private final Attribute<Double> vramSurface;
    private final Attribute<Double> boat;
    private final Attribute<Double> truck;
    private final Attribute<Double> plane;

    GpuPart(Study study, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        super(study, "GPU", spec, own, usageDefaults);
        Given given = spec.given();
        name = own.text(Field.NAME, given);
        weight = own.number(Field.WEIGHT, given);
        heatsink = own.number(Field.HEATSINK_WEIGHT, given);
        board = own.number(Field.PWB_SURFACE, given);
        casing = own.number(Field.CASING_WEIGHT, given);
        double physical = own.find(Field.GPU_SURFACE).map(Cell::value).orElseThrow();
        surface = Attribute.of(Field.GPU_SURFACE, effectiveArea(physical), null, null);
        given.number(Field.GPU_SURFACE).ifPresent(surface::input);
        vram = own.number(Field.VRAM, given);
        dies = own.number(Field.VRAM_DIES, given);
        vramSurface = own.number(Field.VRAM_SURFACE, given).completedBy(this::completeVramSurface);
        boat = own.number(Field.TRANSPORT_BOAT, given);
        truck = own.number(Field.TRANSPORT_TRUCK, given);
        plane = own.number(Field.TRANSPORT_PLANE, given);
        if (!study.keeps(Quirk.GPU_NAME_IGNORED)) {
            row().ifPresent(this::completeFromName);
        }
    }

    private Optional<GpuTable.Row> row() {
        return Optional.ofNullable(name.get()).flatMap(study.tables().gpus::findModel);
    }

    private void completeFromName(GpuTable.Row row) {
        fill(weight, row.weight());
        fill(heatsink, row.heatsink());
        fill(board, row.board());
        fill(casing, row.casing());
        fill(surface, row.die());
        fill(vram, row.vram());
        fill(dies, row.vramDies());
        fill(boat, row.boat());
        fill(truck, row.truck());
        fill(plane, row.plane());
    }

    private static void fill(Attribute<Double> attribute, double found) {
        if (!attribute.isSet()) {
            attribute.complete(found, found, found, "Completed from name");
        }
    }

    /** Wafer area that one good die takes, in mm²: saw lines, lost border, yield. */
    static double effectiveArea(double dieArea) {
        double side = Math.sqrt(dieArea) + SAW;
        double area = side * side;
        double wafer = Math.PI * WAFER_RADIUS * WAFER_RADIUS;
        double count = wafer / area - Math.PI * 2 * WAFER_RADIUS / Math.sqrt(2 * area);
        double yield = Math.exp(-Math.sqrt(area / 100 * DEFECTS));
        return wafer / count / yield;
    }

    private void completeVramSurface() {
        double count = dies.get();
        double area = effectiveArea(vram.get() * VRAM_MM2_PER_GB / count) * count;
        vramSurface.complete(area, area, area, "");
    }

    private double factor(String variant, String stage, Criterion criterion) {
        boolean toxicity = criterion == Criterion.CTUH_C || criterion == Criterion.CTUH_NC;
        Rules rules = toxicity ? study.rules() : study.rules().mending(Quirk.MISSPELT_KEYS);
        return study.tables()
                .factors
                .of("GPU", variant, stage, "impact")
                .find(criterion, rules)
                .orElse(Double.NaN);
    }

    @Override
    Optional<Estimate> embedded(Criterion criterion) {
        double sum = casing.get() * factor("casing", "manufacture", criterion)
                + heatsink.get() * factor("heatsink", "manufacture", criterion)
                + board.get() * factor("pwb", "manufacture", criterion)
                + surface.get() * factor("gpu", "manufacture", criterion)
                + vramSurface.get() * factor("vram", "manufacture", criterion)
                + weight.get() * factor("upstream_transport", "manufacture", criterion)
                + boat.get() * weight.get() * factor("transport_boat", "distribution", criterion)
                + truck.get() * weight.get() * factor("transport_truck", "distribution", criterion)
                + plane.get() * weight.get() * factor("transport_plane", "distribution", criterion)
                + weight.get() * factor("end_of_life", "eol", criterion);
        double all = sum * units.get();
        return Double.isNaN(all) ? Optional.empty() : Optional.of(Estimate.exact(all));
    }

    /** Ours: the thermal design power by the load, idle at a tenth; the peer has no model. */
    @Override
    Optional<Estimate> modelledPower() {
        if (study.keeps(Quirk.CLOUD_GPU_IGNORED)) {
            return Optional.empty();
        }
        Estimate full = row().map(card -> Estimate.exact(card.tdp())).orElseGet(study.tables().gpus::usualPower);
        Workload load = usage.workload.get();
        return Optional.of(allUnits(
                at(full.value(), load), at(full.min(), usage.workload.min()), at(full.max(), usage.workload.max())));
    }

    private static double at(double full, Workload workload) {
        return workload.mean(load -> full * (IDLE_SHARE + (1 - IDLE_SHARE) * Math.min(100, load) / 100));
    }

    @Override
    Set<Notice> notices() {
        return Set.of();
    }

    @Override
    List<Attribute<?>> attributes() {
        return List.of(name, weight, heatsink, board, casing, surface, vram, dies, vramSurface, boat, truck, plane);
    }
}
