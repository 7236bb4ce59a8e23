package org.boucle.features.itfootprint;

/**
 * A component as far as the user describes it.
 *
 * @param kind what it is
 * @param given its attributes
 * @param usage its own use; inside a server the server's applies where this says nothing
 */
public record ComponentSpec(ComponentKind kind, Given given, UsageSpec usage) {
    public static ComponentSpec of(ComponentKind kind) {
        return new ComponentSpec(kind, Given.NOTHING, UsageSpec.NOTHING);
    }

    public ComponentSpec with(Field field, double value) {
        return new ComponentSpec(kind, given.with(field, value), usage);
    }

    public ComponentSpec with(Field field, String value) {
        return new ComponentSpec(kind, given.with(field, value), usage);
    }

    public ComponentSpec withUsage(UsageSpec usage) {
        return new ComponentSpec(kind, given, usage);
    }
}
