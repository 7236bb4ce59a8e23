package org.boucle.core.factors;

/**
 * Years that a figure describes.
 *
 * @param firstYear first year described
 * @param lastYear last year described, not before the first
 */
public record Period(int firstYear, int lastYear) {
    public Period {
        if (firstYear < 1900 || lastYear > 2200 || firstYear > lastYear) {
            throw new IllegalArgumentException(
                    "Not a period of years: " + firstYear + " to " + lastYear + ". Maybe first and last are swapped.");
        }
    }

    public static Period of(int year) {
        return new Period(year, year);
    }

    /** How many years lie between this period and the year; zero when the year is inside. */
    public int distance(int year) {
        return year < firstYear ? firstYear - year : Math.max(0, year - lastYear);
    }

    @Override
    public String toString() {
        return firstYear == lastYear ? Integer.toString(firstYear) : firstYear + "-" + lastYear;
    }
}
