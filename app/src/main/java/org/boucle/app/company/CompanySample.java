package org.boucle.app.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.app.accounts.Account;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.Consolidation;
import org.boucle.core.impact.company.Contract;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.twin.Site;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;

/** Two years of an invented biscuit works: a declared base year, and a year whose energies come from the site's meters. */
final class CompanySample {
    private static final Geography FR = new Geography("FR");
    private static final String INVENTED = "exemple inventé / invented example";

    private final CompanyStore store;
    private final HeadReader heads;

    CompanySample(CompanyStore store, HeadReader heads) {
        this.store = store;
        this.heads = heads;
    }

    /** Adds both years for a site; the id of the later. */
    long add(Account account, Optional<Site> site) {
        String organisation = site.map(Site::company).filter(c -> !c.isBlank()).orElse("Biscuiterie des Deux Rives");
        String id = site.map(Site::id).orElse("");
        int year = heads.year();
        store.add(account, year(organisation, id, year - 1, true, entered(1.06, 1.0)));
        List<StoredAccount.Row> rows = new ArrayList<>(site.isPresent() ? metered() : List.of());
        rows.addAll(entered(1, 1).stream()
                .filter(row -> site.isEmpty() || rows.stream().noneMatch(r -> same(r, row)))
                .toList());
        return store.add(account, year(organisation, id, year, false, rows));
    }

    private static boolean same(StoredAccount.Row a, StoredAccount.Row b) {
        return a.activity().name().equals(b.activity().name());
    }

    private static StoredAccount year(
            String organisation, String site, int year, boolean base, List<StoredAccount.Row> rows) {
        Contract green = new Contract(
                "Garanties d’origine hydraulique",
                Contract.Instrument.GUARANTEE_OF_ORIGIN,
                0.5,
                "electricity.hydro",
                OptionalDouble.empty(),
                INVENTED);
        return new StoredAccount(
                0,
                "",
                organisation,
                year,
                "FR",
                site,
                Consolidation.OPERATIONAL_CONTROL,
                "Site de production, véhicules compris ; sans les bureaux commerciaux. " + INVENTED,
                base,
                Optional.empty(),
                rows,
                base ? List.of() : List.of(green));
    }

    private static List<StoredAccount.Row> metered() {
        return List.of(
                ActivityWords.metered(MeterKind.ELECTRICITY, "Électricité du site", FR),
                ActivityWords.metered(MeterKind.GAS, "Gaz naturel du four", FR),
                ActivityWords.metered(MeterKind.WATER, "Eau du réseau", FR),
                ActivityWords.metered(MeterKind.PRODUCTION, "Biscuits", FR));
    }

    /** What people entered; {@code scale} of the present year's quantities, {@code energies} that of what meters may give instead. */
    private static List<StoredAccount.Row> entered(double scale, double energies) {
        List<StoredAccount.Row> rows = new ArrayList<>();
        rows.add(
                row("Électricité du site", BegesPost.P2_1, MeterKind.ELECTRICITY.flow(), 945_000 * energies, "kWh", 0));
        rows.add(row("Gaz naturel du four", BegesPost.P1_1, MeterKind.GAS.flow(), 222_000 * energies, "kWh", 0));
        rows.add(row("Eau du réseau", BegesPost.P4_1, MeterKind.WATER.flow(), 2_020 * energies, "m3", 0));
        rows.add(row("Biscuits", BegesPost.P6_1, CompanyActivity.OUTPUT, 2_440 * energies, "t", 0));
        rows.add(row("Camionnettes, gazole", BegesPost.P1_2, "fuel.diesel", 4_200 * scale, "L", 0));
        rows.add(row("Fluide de la chambre froide", BegesPost.P1_4, "gas.hfc-134a", 3.5 * scale, "kg", 0));
        rows.add(row("Cartons", BegesPost.P4_1, "material.cardboard", 62 * scale, "t", 0));
        rows.add(row("Films plastiques", BegesPost.P4_1, "material.plastic.film", 24 * scale, "t", 0));
        rows.add(row(
                "Matières premières, approche",
                BegesPost.P3_1,
                "freight.road.articulated.fr",
                2_200 * scale,
                "t",
                140));
        rows.add(row("Livraisons", BegesPost.P3_2, "freight.road.articulated.fr", 2_050 * scale, "t", 320));
        rows.add(row("Trajets domicile-travail", BegesPost.P3_3, "travel.car.fr.petrol", 265_000 * scale, "km", 0));
        rows.add(row("Déplacements en train", BegesPost.P3_5, "travel.rail.fr", 38_000 * scale, "p·km", 0));
        rows.add(row("Machine d’emballage achetée", BegesPost.P4_2, "equipment.machine", 1_800 * scale, "kg", 0));
        rows.add(row("Déchets organiques", BegesPost.P4_3, "waste.organic.composting.fr", 48 * scale, "t", 0));
        rows.add(row("Cartons usagés", BegesPost.P4_3, "waste.cardboard.recycling", 9 * scale, "t", 0));
        rows.add(row("Maintenance", BegesPost.P4_5, "spend.machine-repair", 84_000 * scale, "EUR", 0));
        rows.add(row("Sol artificialisé", BegesPost.P1_5, "indicator.land", 6_400, "m2", 0));
        return rows;
    }

    private static StoredAccount.Row row(
            String name, BegesPost post, String flow, double quantity, String unit, double kilometres) {
        Knowledge known = new Knowledge(FR, Origin.DECLARED, Knowledge.assumedFor(Origin.DECLARED), INVENTED);
        Quantity amount = Quantity.of(quantity, Unit.parse(unit));
        return StoredAccount.Row.entered(new CompanyActivity(name, post, flow, amount, kilometres, 1, known));
    }
}
