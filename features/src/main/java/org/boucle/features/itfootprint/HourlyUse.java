package org.boucle.features.itfootprint;

/**
 * The use stage hour by hour: power times the grid's factor of the same hour, where the annual mean would hide that work
 * falls on clean or dirty hours.
 *
 * @param weighted the sum over the hours, in the factor's impact unit
 * @param atMean the same energy at the plain mean factor
 * @param kilowattHours the energy
 */
public record HourlyUse(double weighted, double atMean, double kilowattHours) {
    /**
     * @param watts power of each hour
     * @param factors impact per kWh of each hour, average or marginal, as many
     */
    public static HourlyUse of(double[] watts, double[] factors) {
        if (watts.length != factors.length || watts.length == 0) {
            throw new IllegalArgumentException(watts.length + " hours of power, " + factors.length
                    + " hours of factors. Maybe one series has a gap.");
        }
        double weighted = 0;
        double energy = 0;
        double sum = 0;
        for (int i = 0; i < watts.length; i++) {
            weighted += watts[i] / 1000 * factors[i];
            energy += watts[i] / 1000;
            sum += factors[i];
        }
        return new HourlyUse(weighted, energy * sum / factors.length, energy);
    }
}
