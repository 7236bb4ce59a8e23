package org.boucle.core.factors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.units.Units;

/**
 * What the tables of digital equipment know beyond themselves: categories other than climate of a kilowatt-hour from the
 * grid, by country, and of making a device. They stay under their own terms, in {@code data/it}, and are read from there.
 *
 * <p>Left out: what is zero where it cannot be (ozone, land and biogenic parts of electricity), and what the benefit of
 * recycling turns negative (land, water and freshwater eutrophication of devices), and the water that power plants evaporate,
 * which is not the water that a site draws.
 */
final class DigitalTables {
    private static final Map<String, String> IMPACTS = Map.ofEntries(
            Map.entry("ap", "ef.acidification"),
            Map.entry("pm", "ef.particles"),
            Map.entry("ir", "ef.radiation"),
            Map.entry("pocp", "ef.smog"),
            Map.entry("ept", "ef.eutrophication.land"),
            Map.entry("epf", "ef.eutrophication.fresh"),
            Map.entry("epm", "ef.eutrophication.sea"),
            Map.entry("adpf", "ef.fossils"),
            Map.entry("adpe", "ef.minerals"),
            Map.entry("odp", "ef.ozone"),
            Map.entry("ctuh_c", "ef.cancer"),
            Map.entry("ctuh_nc", "ef.noncancer"),
            Map.entry("ctue", "ef.ecotoxicity"),
            Map.entry("gwp", "ghg"));
    private static final Map<String, Name> DEVICES = Map.of(
            "LAPTOP", new Name("Ordinateur portable, fabrication", "Laptop, manufacture"),
            "DESKTOP", new Name("Ordinateur fixe, fabrication", "Desktop computer, manufacture"),
            "MONITOR", new Name("Écran, fabrication", "Monitor, manufacture"),
            "TABLET", new Name("Tablette, fabrication", "Tablet, manufacture"),
            "SMARTPHONE", new Name("Smartphone, fabrication", "Smartphone, manufacture"),
            "TELEVISION", new Name("Téléviseur, fabrication", "Television, manufacture"),
            "EXTERNAL_HDD", new Name("Disque dur externe, fabrication", "External hard disk, manufacture"),
            "EXTERNAL_SSD", new Name("SSD externe, fabrication", "External SSD, manufacture"),
            "USB_STICK", new Name("Clé USB, fabrication", "USB stick, manufacture"),
            "BOX", new Name("Box internet, fabrication", "Internet box, manufacture"));
    private static final Uncertainty WIDE =
            Uncertainty.assumed(1.5, "The source states no spread; its figures are of 2011 to 2020");

    private DigitalTables() {}

    static List<Factor> read(Geographies places) {
        List<Factor> factors = new ArrayList<>();
        for (ReferenceTable.Row row : ReferenceTable.of("it/electricity.csv").rows()) {
            electricity(row, places).ifPresent(factors::add);
        }
        for (ReferenceTable.Row row : ReferenceTable.of("it/impact_factor.csv").rows()) {
            device(row).ifPresent(factors::add);
        }
        return factors;
    }

    private static Optional<Factor> electricity(ReferenceTable.Row row, Geographies places) {
        String criterion = row.text("criterion");
        Optional<Geography> place =
                row.text("location").equals("WOR") ? Optional.of(Geography.WORLD) : places.find(row.text("location"));
        boolean wanted = IMPACTS.containsKey(criterion) && !criterion.equals("gwp") && !criterion.equals("odp");
        if (!wanted || place.isEmpty() || row.text("value").isEmpty() || row.number("value") <= 0) {
            return Optional.empty();
        }
        String impact = IMPACTS.get(criterion);
        Name name = new Name("Électricité du réseau, mix moyen", "Grid electricity, mean mix");
        int year = Integer.parseInt(row.text("year").substring(0, 4));
        return Optional.of(new Factor(
                "it-grid-" + place.get().code().toLowerCase(Locale.ROOT) + "-" + criterion,
                "electricity.grid",
                name,
                impact,
                row.number("value"),
                Units.KILOWATT_HOUR,
                place.get(),
                Period.of(year),
                Boundary.CRADLE_TO_GATE,
                GwpSet.NOT_APPLICABLE,
                WIDE,
                new Source(row.text("source"), row.text("location") + " " + criterion, row.text("licence"))));
    }

    /** Of making one device; the ordinary one where there are several. */
    private static Optional<Factor> device(ReferenceTable.Row row) {
        Name name = DEVICES.get(row.text("item"));
        String criterion = row.text("criterion");
        boolean ordinary = row.text("variant").isEmpty() || row.text("variant").equals("pro");
        boolean wanted = name != null
                && ordinary
                && IMPACTS.containsKey(criterion)
                && row.text("stage").equals("embedded")
                && row.text("factor").equals("impact");
        if (!wanted || row.text("value").isEmpty() || row.number("value") <= 0) {
            return Optional.empty();
        }
        String item = row.text("item").toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.of(new Factor(
                "it-" + item + "-" + criterion,
                "equipment.it." + item,
                name,
                IMPACTS.get(criterion),
                row.number("value"),
                Units.ITEM,
                Geography.WORLD,
                new Period(2015, 2023),
                Boundary.CRADLE_TO_GATE,
                GwpSet.UNSTATED,
                WIDE,
                new Source(row.text("source"), row.text("item") + " " + criterion, row.text("licence"))));
    }
}
