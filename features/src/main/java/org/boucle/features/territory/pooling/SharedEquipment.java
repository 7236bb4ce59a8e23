package org.boucle.features.territory.pooling;

/**
 * Machines shared by several users: how busy they are and how long one waits (M/M/c queue, Erlang 1917). Valid for
 * calls at random and uses of exponential length: an estimate on the careful side for planned sharing.
 *
 * @param machines number shared
 * @param utilisation share of time in use, below 1
 * @param waitHours mean wait before a machine is free, h
 * @param waitProbability that a user finds no machine free (Erlang's C)
 */
public record SharedEquipment(int machines, double utilisation, double waitHours, double waitProbability) {
    /**
     * The fewest machines whose mean wait stays below a limit.
     *
     * @param callsPerHour of all users together
     * @param hoursPerUse mean length of a use
     * @param mostWaitHours accepted mean wait
     */
    public static SharedEquipment fewest(double callsPerHour, double hoursPerUse, double mostWaitHours) {
        if (!(callsPerHour > 0) || !(hoursPerUse > 0) || !(mostWaitHours >= 0)) {
            throw new IllegalArgumentException(
                    callsPerHour + " calls an hour of " + hoursPerUse + " h with a wait of " + mostWaitHours + " h");
        }
        int machines = (int) Math.floor(callsPerHour * hoursPerUse) + 1;
        SharedEquipment pool = of(machines, callsPerHour, hoursPerUse);
        while (pool.waitHours > mostWaitHours && machines < 10_000) {
            pool = of(++machines, callsPerHour, hoursPerUse);
        }
        return pool;
    }

    /** A given number of machines; the load must be below it. */
    public static SharedEquipment of(int machines, double callsPerHour, double hoursPerUse) {
        double load = callsPerHour * hoursPerUse;
        if (!(load < machines)) {
            throw new IllegalArgumentException("A load of " + load + " machines does not fit " + machines);
        }
        double blocked = 1;
        for (int n = 1; n <= machines; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        double utilisation = load / machines;
        double waits = blocked / (1 - utilisation + utilisation * blocked);
        return new SharedEquipment(machines, utilisation, waits * hoursPerUse / (machines - load), waits);
    }

    /** Probability that one waits longer than so many hours: {@code C · exp(−t · C / W)}, since {@code W = C · s / (c − a)}. */
    public double probabilityLonger(double hours) {
        return waitHours > 0 ? waitProbability * Math.exp(-hours * waitProbability / waitHours) : 0;
    }
}
