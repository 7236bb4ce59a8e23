package org.boucle.features.itfootprint;

import java.util.Optional;

/**
 * A user device or peripheral.
 *
 * @param type such as {@code pro}, for kinds that have types
 */
public record TerminalSpec(TerminalKind kind, String archetype, Optional<String> type, UsageSpec usage) {
    public static TerminalSpec of(TerminalKind kind) {
        return new TerminalSpec(kind, kind.usualArchetype(), Optional.empty(), UsageSpec.NOTHING);
    }

    public TerminalSpec withArchetype(String archetype) {
        return new TerminalSpec(kind, archetype, type, usage);
    }

    public TerminalSpec withUsage(UsageSpec usage) {
        return new TerminalSpec(kind, archetype, type, usage);
    }
}
