package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;

/**
 * A server as far as the user describes it.
 *
 * @param archetype what completes it
 * @param caseType {@code rack} or {@code blade}, if given
 * @param cpu if given
 * @param ram modules; none for those of the archetype
 * @param disks of kind SSD or HDD; none for those of the archetype
 * @param gpu if given
 * @param powerSupply if given
 */
public record ServerSpec(
        String archetype,
        Optional<String> caseType,
        Optional<ComponentSpec> cpu,
        List<ComponentSpec> ram,
        List<ComponentSpec> disks,
        Optional<ComponentSpec> gpu,
        Optional<ComponentSpec> powerSupply,
        UsageSpec usage) {
    /** The archetype of a server of which nothing is known. */
    public static final String USUAL = "platform_compute_medium";

    public ServerSpec {
        ram = List.copyOf(ram);
        disks = List.copyOf(disks);
    }

    /** Whatever the archetype says. */
    public static ServerSpec of(String archetype) {
        return new ServerSpec(
                archetype,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                UsageSpec.NOTHING);
    }

    public ServerSpec withCpu(ComponentSpec cpu) {
        return new ServerSpec(archetype, caseType, Optional.of(cpu), ram, disks, gpu, powerSupply, usage);
    }

    public ServerSpec withRam(List<ComponentSpec> ram) {
        return new ServerSpec(archetype, caseType, cpu, ram, disks, gpu, powerSupply, usage);
    }

    public ServerSpec withDisks(List<ComponentSpec> disks) {
        return new ServerSpec(archetype, caseType, cpu, ram, disks, gpu, powerSupply, usage);
    }

    public ServerSpec withGpu(ComponentSpec gpu) {
        return new ServerSpec(archetype, caseType, cpu, ram, disks, Optional.of(gpu), powerSupply, usage);
    }

    public ServerSpec withPowerSupply(ComponentSpec powerSupply) {
        return new ServerSpec(archetype, caseType, cpu, ram, disks, gpu, Optional.of(powerSupply), usage);
    }

    public ServerSpec withCaseType(String caseType) {
        return new ServerSpec(archetype, Optional.of(caseType), cpu, ram, disks, gpu, powerSupply, usage);
    }

    public ServerSpec withUsage(UsageSpec usage) {
        return new ServerSpec(archetype, caseType, cpu, ram, disks, gpu, powerSupply, usage);
    }
}
