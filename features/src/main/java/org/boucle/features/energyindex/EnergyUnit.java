package org.boucle.features.energyindex;

/** The unit in which an agreement states primary energy. The index does not depend on it. */
public enum EnergyUnit {
    /** Gigajoule of primary energy, the unit of the note's table 5. */
    GJ_PRIMARY("GJp", 1.0),
    /** Megawatt-hour of primary energy, the unit of the note's worked examples. */
    MWH_PRIMARY("MWhp", 3.6);

    private final String symbol;
    private final double gigajoules;

    EnergyUnit(String symbol, double gigajoules) {
        this.symbol = symbol;
        this.gigajoules = gigajoules;
    }

    public String symbol() {
        return symbol;
    }

    /** How many GJp one unit is. */
    public double gigajoules() {
        return gigajoules;
    }
}
