package org.boucle.features.energyindex;

/**
 * ODEX, the index of the ODYSSEE database: {@code I_(t-1) / I_t = sum w_i,t UC_i,(t-1) / UC_i,t} with the weights
 * {@code w_i,t = E_i,t / sum E_t} and unit consumptions UC; base 100 in the first year.
 */
public final class Odex {
    private Odex() {}

    /**
     * @param energy by year, then by end use
     * @param unitConsumption by year, then by end use, above zero
     */
    public static double[] index(double[][] energy, double[][] unitConsumption) {
        double[] index = new double[energy.length];
        for (int t = 0; t < energy.length; t++) {
            index[t] = t == 0 ? 100 : index[t - 1] / ratio(energy[t], unitConsumption[t - 1], unitConsumption[t]);
        }
        return index;
    }

    /** The same with rising unit consumptions replaced by the value before: losses of use are not of technique. */
    public static double[] technical(double[][] energy, double[][] unitConsumption) {
        double[][] best = new double[unitConsumption.length][];
        for (int t = 0; t < best.length; t++) {
            best[t] = unitConsumption[t].clone();
            for (int i = 0; t > 0 && i < best[t].length; i++) {
                best[t][i] = Math.min(best[t][i], best[t - 1][i]);
            }
        }
        return index(energy, best);
    }

    /** Centred moving average over three years, as published; the two ends average what there is. */
    public static double[] smoothed(double[] index) {
        double[] mean = new double[index.length];
        for (int t = 0; t < index.length; t++) {
            int from = Math.max(0, t - 1);
            int to = Math.min(index.length - 1, t + 1);
            for (int k = from; k <= to; k++) {
                mean[t] += index[k] / (to - from + 1);
            }
        }
        return mean;
    }

    private static double ratio(double[] energy, double[] before, double[] now) {
        double all = 0;
        double sum = 0;
        for (int i = 0; i < energy.length; i++) {
            all += energy[i];
            sum += energy[i] * before[i] / now[i];
        }
        return sum / all;
    }
}
