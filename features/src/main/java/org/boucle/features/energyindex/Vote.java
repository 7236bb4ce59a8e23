package org.boucle.features.energyindex;

import java.util.List;

/** A member's vote in the steering committee, half of the sector and half of the public authorities (note, footnote 1). */
public record Vote(String member, Half half, Ballot ballot) {

    /** The half of the committee that the member sits in. */
    public enum Half {
        SECTOR,
        AUTHORITIES
    }

    /** What the member said. */
    public enum Ballot {
        FOR,
        AGAINST,
        ABSTAINED
    }

    public Vote {
        Checks.named(member, "member of the committee");
    }

    /**
     * Consensus: each half has a voice for it and nobody is against. (The note asks for a consensus without defining
     * it; this is our reading.)
     */
    public static boolean consensus(List<Vote> votes) {
        boolean against = votes.stream().anyMatch(v -> v.ballot() == Ballot.AGAINST);
        return !against && hasFor(votes, Half.SECTOR) && hasFor(votes, Half.AUTHORITIES);
    }

    private static boolean hasFor(List<Vote> votes, Half half) {
        return votes.stream().anyMatch(v -> v.half() == half && v.ballot() == Ballot.FOR);
    }
}
