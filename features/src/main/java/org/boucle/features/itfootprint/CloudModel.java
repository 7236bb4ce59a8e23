package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A cloud instance during one assessment: its shares of the platform it runs on. */
final class CloudModel {
    private final Study study;
    private final Archetype instance;
    private final OptionalDouble perServer;
    final ServerModel platform;
    private final double cpuShare;
    private final double memoryShare;
    private final double ssdShare;
    private final double hddShare;
    private final double gpuShare;
    private final Optional<Estimate> given;
    private final OptionalDouble ssd;
    private final OptionalDouble hdd;
    private Optional<Estimate> settledPower = Optional.empty();
    private boolean everPowered;

    CloudModel(Study study, CloudSpec spec, Archetype instance, Archetype platformArchetype) {
        this.study = study;
        this.instance = instance;
        boolean drops = study.keeps(Quirk.CLOUD_USAGE_DROPPED);
        Given asked = spec.usage().given();
        OptionalDouble watts = asked.number(Field.AVG_POWER);
        given = watts.isPresent() ? Optional.of(Estimate.exact(watts.getAsDouble())) : Optional.empty();
        perServer = drops ? OptionalDouble.empty() : asked.number(Field.INSTANCE_PER_SERVER);
        UsageSpec usage = drops && given.isPresent()
                ? UsageSpec.NOTHING
                : new UsageSpec(
                        given.isPresent() ? without(asked, Field.AVG_POWER) : asked,
                        drops ? java.util.Map.of() : spec.usage().electricity());
        ServerSpec server = ServerSpec.of(platformArchetype.id()).withUsage(usage);
        platform = new ServerModel(study, server, platformArchetype);
        if (!(drops && given.isPresent())) {
            asked.text(Field.REGION).ifPresent(region -> locate(spec.provider(), region));
        }
        cpuShare = share(number("vcpu"), threads() * platform.cpu.units.get());
        memoryShare = share(number("memory"), capacity(platform.ram));
        ssd = number("ssd_storage");
        hdd = number("hdd_storage");
        ssdShare = share(ssd, capacity(disks("SSD")));
        hddShare = share(hdd, capacity(disks("HDD")));
        double cards = platform.gpu.map(card -> card.units.get()).orElse(0.0);
        gpuShare = study.keeps(Quirk.CLOUD_GPU_IGNORED) ? 0 : share(number("gpu_units"), cards);
    }

    private static Given without(Given given, Field field) {
        java.util.EnumMap<Field, Object> left = new java.util.EnumMap<>(Field.class);
        left.putAll(given.values());
        left.remove(field);
        return new Given(left);
    }

    private void locate(String provider, String region) {
        Optional<String> place = study.tables().clouds.findPlace(provider, region);
        place.ifPresent(code -> platform.usage.place.complete(code, ""));
        if (place.isEmpty()) {
            study.warn("Region '" + region + "' of " + provider + " is not known; usage_location applies");
        }
    }

    private OptionalDouble number(String column) {
        Double value = instance.find(column).map(Cell::value).orElse(null);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double threads() {
        Double known = platform.cpu.threads.get();
        if (known != null) {
            return known;
        }
        Double cores = platform.cpu.coreUnits.get();
        return cores == null ? 1 : 2 * cores;
    }

    /** A share of the whole; the number of instances per server, where given, replaces it. */
    private double share(OptionalDouble part, double whole) {
        if (perServer.isPresent() && perServer.getAsDouble() >= 1) {
            return 1 / perServer.getAsDouble();
        }
        return part.isEmpty() || whole <= 0 ? 0 : part.getAsDouble() / whole;
    }

    private List<Part> disks(String label) {
        return platform.disks.stream().filter(disk -> disk.label.equals(label)).toList();
    }

    private static double capacity(List<Part> parts) {
        double sum = 0;
        for (Part part : parts) {
            Attribute<?> capacity = part.attributes().getFirst();
            sum += (Double) capacity.get() * part.units.get();
        }
        return sum;
    }

    private OptionalDouble share(Part part) {
        return switch (part.label) {
            case "RAM" -> OptionalDouble.of(memoryShare);
            case "SSD" -> ssd.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(ssdShare);
            case "HDD" -> hdd.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(hddShare);
            case "GPU" -> OptionalDouble.of(study.keeps(Quirk.CLOUD_GPU_IGNORED) ? cpuShare : gpuShare);
            default -> OptionalDouble.of(cpuShare);
        };
    }

    Impact embedded(Criterion criterion, double hours) {
        return platform.embedded(criterion, hours, this::share, cpuShare);
    }

    Impact embedded(Part part, Criterion criterion, double hours) {
        Impact whole = part.embedded(criterion, hours, platform.usage.life);
        OptionalDouble share = share(part);
        return whole instanceof Impact.Known known && share.isPresent()
                ? new Impact.Known(known.estimate().times(share.getAsDouble()), known.notices())
                : whole;
    }

    /** The same for every criterion, but where the peer's first evaluation is kept, which still knows less. */
    Estimate power() {
        if (given.isPresent()) {
            return given.get();
        }
        if (settledPower.isPresent()) {
            return settledPower.get();
        }
        Estimate power = platform.power(cpuShare, memoryShare, gpuShare);
        if (everPowered || !study.keeps(Quirk.FIRST_CURVE_DIFFERS)) {
            settledPower = Optional.of(power);
        }
        everPowered = true;
        return power;
    }

    Impact use(Criterion criterion, double hours) {
        return platform.usage.impact(criterion, Optional.of(power()), hours);
    }

    /** Size and place of the instance, for the explanation. */
    List<AttributeView> attributes() {
        List<AttributeView> views = new ArrayList<>();
        for (Field field : List.of(Field.VCPU, Field.MEMORY, Field.SSD_STORAGE, Field.HDD_STORAGE)) {
            number(field.key())
                    .ifPresent(value -> views.add(new AttributeView(
                            field.key(),
                            Optional.of(value),
                            Status.ARCHETYPE,
                            field.unit(),
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            "")));
        }
        return views;
    }

    /** The share of a part in the power, for the explanation of the part. */
    double powerShare(Part part) {
        return part.label.equals("RAM") ? memoryShare : part.label.equals("GPU") ? gpuShare : cpuShare;
    }
}
