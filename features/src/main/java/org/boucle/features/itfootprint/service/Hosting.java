package org.boucle.features.itfootprint.service;

import org.boucle.features.itfootprint.Estimate;

/**
 * Equipment in a data centre that runs all year for the service.
 *
 * @param name the user's own name for it
 * @param equipment what it is
 * @param count how many of it
 * @param key which part serves the service
 * @param pue energy of the data centre over energy of its machines, at least 1
 */
public record Hosting(String name, Equipment equipment, double count, AllocationKey key, Estimate pue) {
    /** What runs the service. */
    public sealed interface Equipment {
        /** Load of the processors in %. */
        double load();

        /**
         * A server of one's own.
         *
         * @param archetype what completes it
         * @param location country of its electricity, three letters
         */
        record Server(String archetype, String location, double load) implements Equipment {}

        /** A rented instance in a region of a provider. */
        record Cloud(String provider, String instanceType, String region, double load) implements Equipment {}
    }

    public Hosting {
        if (!(count > 0) || !(pue.min() >= 1) || !(equipment.load() >= 0 && equipment.load() <= 100)) {
            throw new IllegalArgumentException(
                    "Hosting '" + name + "' needs count > 0, PUE >= 1 and a load of 0 to 100 %, " + "was " + count
                            + ", " + pue + ", " + equipment.load());
        }
    }

    public boolean isCloud() {
        return equipment instanceof Equipment.Cloud;
    }
}
