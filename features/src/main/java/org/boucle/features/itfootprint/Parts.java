package org.boucle.features.itfootprint;

/** Makes components of one assessment. */
final class Parts {
    private Parts() {}

    static Part of(Study study, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        return switch (spec.kind()) {
            case CPU -> new CpuPart(study, spec, own, usageDefaults);
            case GPU -> {
                Defaults usual =
                        study.tables().component("gpu", "DEFAULT").orElseThrow().part("");
                yield new GpuPart(study, spec, own.or(usual), usageDefaults);
            }
            case RAM, SSD -> new MemoryPart(study, spec, own, usageDefaults);
            case HDD, MOTHERBOARD, ASSEMBLY -> new FixedPart(study, spec, own, usageDefaults);
            case POWER_SUPPLY -> new PowerSupplyPart(study, spec, own, usageDefaults);
            case CASE -> new CasePart(study, spec, own, usageDefaults);
        };
    }
}
