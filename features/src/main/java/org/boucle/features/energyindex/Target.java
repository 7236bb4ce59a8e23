package org.boucle.features.energyindex;

import java.util.OptionalDouble;

/**
 * What a site has engaged on.
 *
 * @param startYear reference year, where the path is at 100
 * @param endYear year of the target
 * @param energyIndex the index to reach in the end year, in %, e.g. 81 for an improvement of 19 %
 * @param co2Index the CO2 index to reach, in %, where one was engaged on
 * @param shape shape of the path between
 */
public record Target(int startYear, int endYear, double energyIndex, OptionalDouble co2Index, PathShape shape) {

    public Target {
        Checks.positive(energyIndex, "target of the energy index");
        co2Index.ifPresent(i -> Checks.positive(i, "target of the CO2 index"));
        if (endYear <= startYear) {
            throw new IllegalArgumentException("The target year " + endYear + " is not after the reference year "
                    + startYear + ". Maybe the two are swapped?");
        }
    }

    public static Target geometric(int startYear, int endYear, double energyIndex) {
        return new Target(startYear, endYear, energyIndex, OptionalDouble.empty(), PathShape.GEOMETRIC);
    }

    /** The index that the path asks for in a year, in %. */
    public double at(int year) {
        return shape.at(100, energyIndex, year - startYear, endYear - startYear);
    }

    /** Points above the path: positive where the index is behind its target. */
    public double gap(int year, double index) {
        return index - at(year);
    }

    public Target withEnergyIndex(double other) {
        return new Target(startYear, endYear, other, co2Index, shape);
    }
}
