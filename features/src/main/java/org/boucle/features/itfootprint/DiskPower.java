package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** Power of disks by what they do: idle, and in proportion up to their power when always busy. */
public final class DiskPower {
    private static final DiskPower SHIPPED = new DiskPower(ReferenceTable.of("it/disk_power.csv"));

    private final Map<String, Drive> drives = new LinkedHashMap<>();

    /**
     * A kind of drive.
     *
     * @param idle W of one drive that waits
     * @param active W of one drive that is always busy
     * @param fullOperations random operations per second at which it always is
     */
    public record Drive(
            String id,
            String nameEn,
            String nameFr,
            Estimate idle,
            Estimate active,
            double fullOperations,
            String source) {
        /** The power of one drive that is busy for a share of the time, from 0 to 1, in W. */
        public Estimate watts(double busy) {
            return idle.plus(extra(busy));
        }

        /** What activity adds to idling, in W. */
        public Estimate extra(double busy) {
            return new Estimate(
                    busy * (active.value() - idle.value()),
                    busy * Math.max(0, active.min() - idle.min()),
                    busy * (active.max() - idle.max()));
        }

        /** The share of the time in which so many random operations per second keep it busy. */
        public double busy(double operationsPerSecond) {
            return Math.min(1, operationsPerSecond / fullOperations);
        }
    }

    private DiskPower(ReferenceTable table) {
        for (ReferenceTable.Row row : table.rows()) {
            Drive drive = new Drive(
                    row.text("kind"),
                    row.text("name_en"),
                    row.text("name_fr"),
                    new Estimate(row.number("idle_w"), row.number("idle_min"), row.number("idle_max")),
                    new Estimate(row.number("active_w"), row.number("active_min"), row.number("active_max")),
                    row.number("full_iops"),
                    row.text("source"));
            drives.put(drive.id(), drive);
        }
    }

    public static DiskPower shipped() {
        return SHIPPED;
    }

    public List<Drive> all() {
        return List.copyOf(drives.values());
    }

    /** The drive of a kind such as {@code ssd-nvme}; an unknown one is bad input. */
    public Drive drive(String kind) {
        return Optional.ofNullable(drives.get(kind))
                .orElseThrow(() -> BadInput.of(Place.ofField("drive"), "it.unknown-drive", kind, drives.keySet()));
    }
}
