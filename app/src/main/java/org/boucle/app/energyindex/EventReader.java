package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.boucle.app.energyindex.RowReader.Line;
import org.boucle.app.energyindex.Sheet.Column;
import org.boucle.features.energyindex.EventKind;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.StructuralEvent;
import org.boucle.features.energyindex.Treatment;

/** Reads the structural events of one site. */
final class EventReader {
    private final List<StructuralEvent> events = new ArrayList<>();
    private final Map<StructuralEvent, Line> eventLines = new LinkedHashMap<>();
    private final Set<String> arriving = new HashSet<>();

    void event(Line event) {
        Optional<EventKind> kind = Vocabulary.event(event.needed(Column.EVENT));
        Optional<Treatment> treatment = Vocabulary.treatment(event.text(Column.TREATMENT));
        event.needed(Column.YEAR);
        OptionalInt year = event.year(Column.YEAR);
        String post = event.text(Column.POST);
        if (kind.isEmpty() && !event.isFaulty(Column.EVENT)) {
            event.fault(
                    Column.EVENT,
                    "energyindex.word",
                    event.text(Column.EVENT),
                    SiteReader.words(EventKind.values(), Vocabulary::word));
        }
        if (treatment.isEmpty()) {
            event.fault(
                    Column.TREATMENT,
                    "energyindex.word",
                    event.text(Column.TREATMENT),
                    SiteReader.words(Treatment.values(), Vocabulary::word));
        }
        if (kind.isEmpty() || treatment.isEmpty() || year.isEmpty()) {
            return;
        }
        if (post.isEmpty() && kind.get() != EventKind.RECALIBRATION) {
            event.fault(Column.POST, "energyindex.missing");
            return;
        }
        Optional<String> replaces = Optional.of(event.text(Column.REPLACES)).filter(r -> !r.isEmpty());
        if (treatment.get() == Treatment.AS_IMPROVEMENT && replaces.isEmpty()) {
            event.fault(Column.REPLACES, "energyindex.improvement-of-nothing");
            return;
        }
        StructuralEvent read = new StructuralEvent(
                kind.get(), year.getAsInt(), post, replaces, treatment.get(), event.text(Column.REASON));
        events.add(read);
        eventLines.put(read, event);
        if (kind.get().addsPost()) {
            arriving.add(post);
        }
    }

    /** Events name posts of the site; called once these are known. */
    void check(Map<String, Post> posts) {
        eventLines.forEach((event, at) -> {
            if (!event.post().isEmpty() && !posts.containsKey(event.post())) {
                at.fault(Column.POST, "energyindex.post-unknown", event.post());
            }
            event.replaces()
                    .filter(r -> !posts.containsKey(r))
                    .ifPresent(r -> at.fault(Column.REPLACES, "energyindex.post-unknown", r));
        });
    }

    /** Whether some event brings the post in, so that its reference may still be open. */
    boolean bringsIn(String post) {
        return arriving.contains(post);
    }

    List<StructuralEvent> events() {
        return List.copyOf(events);
    }
}
