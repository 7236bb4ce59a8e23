package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A server during one assessment: its parts, their sum, its power. */
final class ServerModel {
    private final Study study;
    final Usage usage;
    final CpuPart cpu;
    final List<Part> ram = new ArrayList<>();
    final List<Part> disks = new ArrayList<>();
    final Optional<Part> gpu;
    final List<Part> parts = new ArrayList<>();
    final Attribute<Double> units = Attribute.of(Field.UNITS, 1.0, 1.0, 1.0);
    private final FactorTable.Set generic;

    ServerModel(Study study, ServerSpec spec, Archetype archetype) {
        this.study = study;
        Defaults use = archetype.part("USAGE");
        usage = new Usage(study, spec.usage(), use);
        Maker maker = new Maker(study, archetype, use);
        Part assembly = maker.of(ComponentSpec.of(ComponentKind.ASSEMBLY), "ASSEMBLY");
        cpu = (CpuPart) maker.of(spec.cpu().orElse(ComponentSpec.of(ComponentKind.CPU)), "CPU");
        boolean usualGpu = maker.has("GPU");
        gpu = spec.gpu()
                .or(() -> usualGpu ? Optional.of(ComponentSpec.of(ComponentKind.GPU)) : Optional.empty())
                .map(given -> maker.of(given, "GPU"));
        List<ComponentSpec> memory = spec.ram().isEmpty() ? List.of(ComponentSpec.of(ComponentKind.RAM)) : spec.ram();
        memory.forEach(given -> ram.add(maker.of(given, "RAM")));
        maker.disks(spec.disks()).forEach(disks::add);
        ComponentSpec supply = spec.powerSupply().orElse(ComponentSpec.of(ComponentKind.POWER_SUPPLY));
        ComponentSpec box = ComponentSpec.of(ComponentKind.CASE);
        Part housing = maker.of(
                spec.caseType().map(type -> box.with(Field.CASE_TYPE, type)).orElse(box), "CASE");
        parts.add(assembly);
        parts.add(cpu);
        gpu.ifPresent(parts::add);
        parts.addAll(ram);
        parts.addAll(disks);
        parts.add(maker.of(supply, "POWER_SUPPLY"));
        parts.add(housing);
        parts.add(maker.of(ComponentSpec.of(ComponentKind.MOTHERBOARD), "MOTHERBOARD"));
        if (!usage.avgPower.hasValue() || !study.keeps(Quirk.PLACE_NOT_SHARED)) {
            parts.stream().filter(part -> isUser(part)).forEach(part -> part.usage.inherit(usage));
        }
        generic = study.tables().factors.embedded("SERVER");
    }

    private static boolean isUser(Part part) {
        return !part.label.equals("ASSEMBLY")
                && !part.label.equals("MOTHERBOARD")
                && !part.label.equals("POWER_SUPPLY");
    }

    /** Makes the parts of a server from what is given and the archetype. */
    private record Maker(Study study, Archetype archetype, Defaults use) {
        Part of(ComponentSpec given, String part) {
            return Parts.of(study, given, archetype.part(part), use);
        }

        boolean has(String part) {
            return archetype
                    .part(part)
                    .find(Field.UNITS)
                    .filter(cell -> cell.value() != 0)
                    .isPresent();
        }

        List<Part> disks(List<ComponentSpec> given) {
            if (!given.isEmpty()) {
                return given.stream().map(disk -> of(disk, disk.kind().name())).toList();
            }
            List<Part> usual = new ArrayList<>();
            for (ComponentKind kind : List.of(ComponentKind.SSD, ComponentKind.HDD)) {
                if (has(kind.name())) {
                    usual.add(of(ComponentSpec.of(kind), kind.name()));
                }
            }
            return usual;
        }
    }

    double lifeHours() {
        return usage.life.get();
    }

    /** The share of each part in an element that does not use the whole server. */
    interface Share {
        /** Empty to leave a part out. */
        OptionalDouble of(Part part);
    }

    /** The embedded impact of the shares of the parts; where one part has no figure, that of a generic server. */
    Impact embedded(Criterion criterion, double hours, Share share, double genericShare) {
        Estimate sum = Estimate.ZERO;
        Set<Notice> notices = Set.of();
        for (Part part : parts) {
            OptionalDouble mine = share.of(part);
            if (mine.isPresent()) {
                if (!(part.embedded(criterion, hours, usage.life) instanceof Impact.Known known)) {
                    return generic(criterion, hours, genericShare);
                }
                sum = sum.plus(scaled(known.estimate(), mine.getAsDouble()));
                notices = notices.isEmpty() ? known.notices() : union(notices, known.notices());
            }
        }
        return new Impact.Known(sum, notices);
    }

    private static Set<Notice> union(Set<Notice> some, Set<Notice> others) {
        if (some.containsAll(others)) {
            return some;
        }
        EnumSet<Notice> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }

    private static Estimate scaled(Estimate estimate, double share) {
        return share == 1 ? estimate : estimate.times(share);
    }

    private Impact generic(Criterion criterion, double hours, double share) {
        OptionalDouble factor = generic.find(criterion, study.rules());
        if (factor.isEmpty()) {
            return Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR);
        }
        double whole = factor.getAsDouble() * units.get();
        Estimate allocated = Allocation.toDuration(Estimate.exact(whole), hours, usage.life);
        return new Impact.Known(scaled(allocated, share), Set.of(Notice.GENERIC_DATA));
    }

    /** The power of the shares of processor, memory and cards, with what the rest of the server draws. */
    Estimate power(double cpuShare, double memoryShare, double gpuShare) {
        Estimate first = demand(cpuShare, memoryShare, gpuShare);
        Estimate second = study.keeps(Quirk.FIRST_CURVE_DIFFERS) ? demand(cpuShare, memoryShare, gpuShare) : first;
        double rest = usage.otherRatio.get();
        Estimate power = new Estimate(
                first.value() * (1 + rest),
                second.min() * (1 + usage.otherRatio.min()),
                second.max() * (1 + usage.otherRatio.max()));
        return study.keeps(Quirk.VALUE_OUTSIDE_BOUNDS) ? power : power.containing();
    }

    private Estimate demand(double cpuShare, double memoryShare, double gpuShare) {
        Estimate sum = scaled(power(cpu), cpuShare);
        for (Part module : ram) {
            sum = sum.plus(scaled(power(module), memoryShare));
        }
        return gpu.filter(card -> gpuShare > 0)
                .map(Part::power)
                .flatMap(watts -> watts)
                .map(watts -> scaled(watts, gpuShare))
                .map(sum::plus)
                .orElse(sum);
    }

    private static Estimate power(Part part) {
        return part.usage.avgPower.hasValue() && part.usage.avgPower.status() != Status.COMPLETED
                ? part.usage.givenPower().orElseThrow()
                : part.modelledPower().orElseThrow();
    }

    Impact use(Criterion criterion, double hours) {
        Estimate power = wholePower();
        if (study.keeps(Quirk.NAME_OVERRIDES_INPUT) && !cpu.usage.avgPower.hasValue()) {
            cpu.power();
        }
        return usage.impact(criterion, Optional.of(power), hours);
    }

    /** The power given for the whole server, else modelled. */
    Estimate wholePower() {
        if (!usage.avgPower.hasValue()) {
            Estimate power = power(1, 1, 1);
            usage.avgPower.complete(power.value(), power.min(), power.max(), "");
        }
        return usage.givenPower().orElseThrow();
    }
}
