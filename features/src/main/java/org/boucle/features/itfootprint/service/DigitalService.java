package org.boucle.features.itfootprint.service;

import java.util.List;

/**
 * A digital service as its owner describes it.
 *
 * @param audiences kinds of terminals; their shares add up to at most 1
 */
public record DigitalService(
        String name, FunctionalUnit unit, List<Hosting> hosting, Transfer transfer, List<Audience> audiences) {
    public DigitalService {
        hosting = List.copyOf(hosting);
        audiences = List.copyOf(audiences);
        double shares = audiences.stream().mapToDouble(Audience::share).sum();
        if (name.isBlank() || shares > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "A service needs a name and shares of terminals up to 1, was '" + name + "', " + shares);
        }
    }
}
