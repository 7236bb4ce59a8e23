package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An impact that is counted: the 16 categories of the Product Environmental Footprint, its three climate sub-totals, and
 * mineral depletion, primary energy, material input, fresh water and final energy. In the order of the answers; units and
 * wording are those that clients of BoaviztAPI 2.4.1 know.
 */
public enum Criterion {
    GWP("gwp", "gwp", "kgCO2eq", "", "Total climate change"),
    ADP("adp", "adp", "kgSbeq", "", "Use of minerals and fossil ressources"),
    PE("pe", "pe", "MJ", "", "Consumption of primary energy"),
    GWPPB("gwppb", "gwppb", "kg CO2 eq.", "PEF", "Climate change - Contribution of biogenic emissions"),
    GWPPF("gwppf", "gwppf", "kg CO2 eq.", "PEF", "Climate change - Contribution of fossil fuel emissions"),
    GWPPLU("gwpplu", "gwpplu", "kg CO2 eq.", "PEF", "Climate change - Contribution of emissions from land use change"),
    IR("ir", "ir", "kg U235 eq.", "PEF", "Emissions of radionizing substances"),
    LU("lu", "lu", "No dimension", "PEF", "Land use"),
    ODP("odp", "odp", "kg CFC-11 eq.", "PEF", "Depletion of the ozone layer"),
    PM("pm", "pm", "Disease occurrence", "PEF", "Fine particle emissions"),
    POCP("pocp", "pocp", "kg NMVOC eq.", "PEF", "Photochemical ozone formation"),
    WU("wu", "wu", "m3 eq.", "PEF", "Use of water resources"),
    MIPS("mips", "mips", "kg", "", "Material input per unit of services"),
    ADPE("adpe", "adpe", "kg SB eq.", "PEF", "Use of mineral and metal resources"),
    ADPF("adpf", "adpf", "MJ", "PEF", "Use of fossil resources (including nuclear)"),
    AP("ap", "ap", "mol H+ eq.", "PEF", "Acidification"),
    CTUE("ctue", "ctue", "CTUe", "PEF", "Freshwater ecotoxicity"),
    CTUH_C("ctuh_c", "CTUh_c", "CTUh", "PEF", "Human Toxicity - Carcinogenic Effects"),
    CTUH_NC("ctuh_nc", "CTUh_nc", "CTUh", "PEF", "Human toxicity - non-carcinogenic effects"),
    EPF("epf", "epf", "kg P eq.", "PEF", "Eutrophication of freshwater"),
    EPM("epm", "epm", "kg N eq.", "PEF", "Eutrophication of marine waters"),
    EPT("ept", "ept", "mol N eq.", "PEF", "Terrestrial eutrophication"),
    FW("fw", "fw", "m3", "", "Net use of freshwater"),
    FE("fe", "fe", "MJ", "", "Final energy consumption");

    /** What an answer carries where nobody asks for more: climate, minerals, primary energy. */
    public static final List<Criterion> USUAL = List.of(GWP, ADP, PE);

    private static final Map<String, Criterion> BY_KEY = byKey();

    private final String key;
    private final String peerKey;
    private final String unit;
    private final String method;
    private final String description;

    Criterion(String key, String peerKey, String unit, String method, String description) {
        this.key = key;
        this.peerKey = peerKey;
        this.unit = unit;
        this.method = method;
        this.description = description;
    }

    private static Map<String, Criterion> byKey() {
        Map<String, Criterion> keys = new HashMap<>();
        for (Criterion criterion : values()) {
            keys.put(criterion.key, criterion);
        }
        return keys;
    }

    /** Finds a criterion by its key, for instance {@code gwp}. */
    public static Optional<Criterion> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** All 24 in order. */
    public static List<Criterion> all() {
        return new ArrayList<>(List.of(values()));
    }

    public String key() {
        return key;
    }

    /** The key under which the peer lists it; differs for the two human toxicities ({@code CTUh_c}, {@code CTUh_nc}). */
    public String peerKey() {
        return peerKey;
    }

    public String unit() {
        return unit;
    }

    /** {@code PEF} for a category of the Product Environmental Footprint, else empty. */
    public String method() {
        return method;
    }

    /** The peer's wording in English; pages take theirs from the messages. */
    public String description() {
        return description;
    }
}
