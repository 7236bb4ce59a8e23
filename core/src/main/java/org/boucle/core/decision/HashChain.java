package org.boucle.core.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An append-only chain: each entry carries the hash of the one before, so a changed, removed or inserted entry shows.
 * Only cutting off the newest entries cannot be seen from inside; publish {@link #head} from time to time against that.
 */
public final class HashChain {
    private HashChain() {}

    /** A break: the sequence of the first entry that does not fit, and why. */
    public record Break(long sequence, Reason reason) {
        /** Why an entry does not fit. */
        public enum Reason {
            /** Its content is not what its hash says: it was changed. */
            CHANGED,
            /** It does not name the entry before it: one was removed, inserted or reordered. */
            DETACHED
        }
    }

    /** The entry that follows {@code last}, or the first one where there is none. */
    public static ChainEntry next(
            Optional<ChainEntry> last, Instant time, String author, String subject, String kind, String payload) {
        return ChainEntry.sealed(
                last.map(entry -> entry.sequence() + 1).orElse(1L),
                time,
                author,
                subject,
                kind,
                payload,
                last.map(ChainEntry::hash).orElse(ChainEntry.GENESIS));
    }

    /** The first break of a whole chain given in order, or empty where it is intact. */
    public static Optional<Break> verify(List<ChainEntry> entries) {
        String previous = ChainEntry.GENESIS;
        long expected = 1;
        for (ChainEntry entry : entries) {
            if (!entry.isIntact()) {
                return Optional.of(new Break(expected, Break.Reason.CHANGED));
            }
            if (entry.sequence() != expected || !entry.previousHash().equals(previous)) {
                return Optional.of(new Break(expected, Break.Reason.DETACHED));
            }
            previous = entry.hash();
            expected++;
        }
        return Optional.empty();
    }

    /** The newest hash, which stands for the whole chain. */
    public static String head(List<ChainEntry> entries) {
        return entries.isEmpty() ? ChainEntry.GENESIS : entries.getLast().hash();
    }
}
