package org.boucle.features.territory.matching;

/**
 * A pair that passed all gates.
 *
 * @param out id of the outgoing flow
 * @param in id of the incoming flow
 * @param score 0 to 1
 */
public record Candidate(String out, String in, double score) {
    public Candidate {
        if (!(score >= 0 && score <= 1 + 1e-9)) {
            throw new IllegalArgumentException("Score " + score + " of " + out + " and " + in + " is not in 0 to 1");
        }
    }
}
