package org.boucle.features.territory.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.boucle.core.data.ReferenceTable;

/**
 * The European list of waste in all its versions: Decision 2000/532/EC as amended by 2014/955/EU and by (EU) 2025/934.
 * A code is always read with a date; old codes stay readable.
 */
public final class WasteList {
    private final Map<String, List<WasteEntry>> byCode = new TreeMap<>();
    private final List<Version> versions;

    /** One version of the list. */
    public record Version(String name, LocalDate validFrom, String reference, String note) {}

    /** What a code is on a date. */
    public sealed interface Lookup {
        /** It stands in the list. */
        record InForce(WasteEntry entry) implements Lookup {}

        /** It stood in the list until its last day. */
        record Withdrawn(WasteEntry entry) implements Lookup {}

        /** It will stand in the list from its first day. */
        record NotYet(WasteEntry entry) implements Lookup {}

        /** No version knows it. */
        record Unknown(String code) implements Lookup {}
    }

    WasteList(ReferenceTable entries, ReferenceTable versions) {
        for (ReferenceTable.Row row : entries.rows()) {
            WasteEntry entry = new WasteEntry(
                    row.text("code"),
                    row.text("hazardous").equals("yes"),
                    row.text("entry"),
                    row.text("label_en"),
                    row.text("label_fr"),
                    LocalDate.parse(row.text("valid_from")),
                    row.findText("valid_to").map(LocalDate::parse),
                    row.text("source"));
            byCode.computeIfAbsent(entry.code(), code -> new ArrayList<>()).add(entry);
        }
        byCode.values().forEach(list -> list.sort(Comparator.comparing(WasteEntry::validFrom)));
        this.versions = versions.rows().stream()
                .map(row -> new Version(
                        row.text("version"),
                        LocalDate.parse(row.text("valid_from")),
                        row.text("reference"),
                        row.text("note")))
                .toList();
    }

    /** Digits only: spaces, points and the star of hazardous wastes left out. */
    public static String plain(String written) {
        return written.replaceAll("[\\s\\u00a0\\u202f.*]", "");
    }

    public Lookup lookup(String code, LocalDate date) {
        List<WasteEntry> entries = byCode.getOrDefault(plain(code), List.of());
        if (entries.isEmpty()) {
            return new Lookup.Unknown(code);
        }
        for (WasteEntry entry : entries) {
            if (entry.isValidOn(date)) {
                return new Lookup.InForce(entry);
            }
        }
        WasteEntry last = entries.getLast();
        return date.isBefore(entries.getFirst().validFrom())
                ? new Lookup.NotYet(entries.getFirst())
                : new Lookup.Withdrawn(last);
    }

    public Optional<WasteEntry> find(String code, LocalDate date) {
        return lookup(code, date) instanceof Lookup.InForce(WasteEntry entry) ? Optional.of(entry) : Optional.empty();
    }

    /** All six-digit codes in force on a date, in order. */
    public List<WasteEntry> entriesOn(LocalDate date) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.code().length() == 6 && entry.isValidOn(date))
                .toList();
    }

    /** The version of the list that applies on a date. */
    public Version versionOn(LocalDate date) {
        return versions.stream()
                .filter(version -> !date.isBefore(version.validFrom()))
                .max(Comparator.comparing(Version::validFrom))
                .orElse(versions.getFirst());
    }

    public List<Version> versions() {
        return versions;
    }
}
