package org.boucle.features.itfootprint;

/** Shares of a whole life. */
final class Allocation {
    private Allocation() {}

    /** The part of an embedded impact that belongs to some hours of a life; all of it beyond the life. */
    static Estimate toDuration(Estimate whole, double hours, Attribute<Double> life) {
        if (hours > life.get()) {
            return whole;
        }
        return new Estimate(
                whole.value() * (hours / life.get()),
                whole.min() * (hours / life.max()),
                whole.max() * (hours / life.min()));
    }
}
