package org.boucle.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HashChainTest {
    private static List<ChainEntry> chain(List<String> payloads) {
        List<ChainEntry> entries = new ArrayList<>();
        for (String payload : payloads) {
            Optional<ChainEntry> last = entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
            entries.add(HashChain.next(last, Instant.ofEpochSecond(entries.size()), "ada", "site", "noted", payload));
        }
        return entries;
    }

    @Property(tries = 200)
    void anIntactChainVerifies(@ForAll @Size(max = 20) List<String> payloads) {
        assertThat(HashChain.verify(chain(payloads))).isEmpty();
    }

    @Property(tries = 200)
    void anyChangeShows(@ForAll @Size(min = 1, max = 20) List<String> payloads, @ForAll @IntRange(max = 19) int where) {
        List<ChainEntry> entries = chain(payloads);
        int index = where % entries.size();
        ChainEntry old = entries.get(index);
        entries.set(
                index,
                new ChainEntry(
                        old.sequence(),
                        old.time(),
                        old.author(),
                        old.subject(),
                        old.kind(),
                        old.payload() + "!",
                        old.previousHash(),
                        old.hash()));
        assertThat(HashChain.verify(entries)).contains(new HashChain.Break(index + 1L, HashChain.Break.Reason.CHANGED));
    }

    @Property(tries = 200)
    void aRemovedEntryShows(
            @ForAll @Size(min = 2, max = 20) List<String> payloads, @ForAll @IntRange(max = 19) int where) {
        List<ChainEntry> entries = chain(payloads);
        int index = where % (entries.size() - 1);
        entries.remove(index);
        assertThat(HashChain.verify(entries))
                .contains(new HashChain.Break(index + 1L, HashChain.Break.Reason.DETACHED));
    }

    @Property(tries = 200)
    void aRewrittenEntryNeedsAllThatFollow(@ForAll @Size(min = 2, max = 10) List<String> payloads) {
        List<ChainEntry> entries = chain(payloads);
        ChainEntry first = entries.getFirst();
        entries.set(
                0,
                HashChain.next(
                        Optional.empty(), first.time(), "mallory", first.subject(), first.kind(), first.payload()));
        assertThat(HashChain.verify(entries)).contains(new HashChain.Break(2, HashChain.Break.Reason.DETACHED));
    }
}
