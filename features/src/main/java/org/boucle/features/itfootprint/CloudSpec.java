package org.boucle.features.itfootprint;

/**
 * A cloud instance.
 *
 * @param provider such as {@code aws}
 * @param instanceType such as {@code m5.xlarge}
 * @param usage with {@code region} or {@code usage_location}
 */
public record CloudSpec(String provider, String instanceType, UsageSpec usage) {
    public static CloudSpec of(String provider, String instanceType) {
        return new CloudSpec(provider, instanceType, UsageSpec.NOTHING);
    }

    public CloudSpec withUsage(UsageSpec usage) {
        return new CloudSpec(provider, instanceType, usage);
    }
}
