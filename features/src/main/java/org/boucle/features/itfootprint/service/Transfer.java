package org.boucle.features.itfootprint.service;

/**
 * Data between the users and the service for one functional unit.
 *
 * @param megabytes in both directions together
 * @param mobileShare the part that goes over mobile networks, 0 to 1
 */
public record Transfer(double megabytes, double mobileShare) {
    public Transfer {
        if (!(megabytes >= 0) || !(mobileShare >= 0 && mobileShare <= 1)) {
            throw new IllegalArgumentException("A transfer needs megabytes >= 0 and a mobile share of 0 to 1, was "
                    + megabytes + ", " + mobileShare);
        }
    }
}
