package org.boucle.app.footprint;

import static org.boucle.app.footprint.MethodField.amount;
import static org.boucle.app.footprint.MethodField.share;
import static org.boucle.app.footprint.MethodField.signed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.boucle.core.impact.methods.CircularFootprint;
import org.boucle.core.impact.methods.MaterialCircularity;
import org.boucle.core.impact.methods.MaterialCircularity.Destination;
import org.boucle.core.impact.methods.MaterialCircularity.Efficiency;
import org.boucle.core.impact.methods.MaterialCircularity.Feedstock;
import org.boucle.core.text.Language;

/** The calculators: a few inputs, a result with its unit, the formula and where it comes from. */
public enum Method {
    CFF(
            "Material (1-R1) Ev + R1 (A Erec + (1-A) Ev Qin) + (1-A) R2 (ErecEoL - Ev* Qout); "
                    + "energy (1-B) R3 (EER - heat - power); disposal (1-R2-R3) ED",
            "Recommendation (EU) 2021/2279, Annex I",
            List.of(
                    signed("ev", "kg CO₂e/kg", 0).needed(),
                    signed("erecycled", "kg CO₂e/kg", 0),
                    signed("erecyclingeol", "kg CO₂e/kg", 0),
                    new MethodField("evstar", "kg CO₂e/kg", -1e12, 1e12, java.util.OptionalDouble.empty(), false),
                    signed("eer", "kg CO₂e/kg", 0),
                    signed("heat", "kg CO₂e/kg", 0),
                    signed("power", "kg CO₂e/kg", 0),
                    signed("ed", "kg CO₂e/kg", 0),
                    share("a", 0.5),
                    share("b", 0),
                    share("r1", 0),
                    share("r2", 0),
                    share("r3", 0),
                    share("qin", 1),
                    share("qout", 1)),
            Method::circularFootprint),
    MCI(
            "V = M (1-FR-FU-FS); W = M (1-CR-CU-CC-CE) + (WF + WC)/2; LFI = (V + W)/(2M + (WF - WC)/2); "
                    + "MCI = max(0, 1 - 0.9 LFI/(L U))",
            "Ellen MacArthur Foundation, Granta (2015, rev. 2019)",
            List.of(
                    amount("mass", "kg").above(1e-9).orElse(1),
                    share("fr", 0),
                    share("fu", 0),
                    share("fs", 0),
                    share("cr", 0),
                    share("cu", 0),
                    share("cc", 0),
                    share("ce", 0),
                    share("ec", 1).above(0.001),
                    share("ef", 1).above(0.001),
                    amount("lifetime", "").above(0.001).orElse(1),
                    amount("intensity", "").above(0.001).orElse(1)),
            Method::circularity),
    ISO14083(
            "G = Σ g m s (legs) + Σ g m (hubs); carrier g = Σ Q (operation + provision) / Σ m s",
            "ISO 14083:2023",
            TransportCalculator.FIELDS,
            TransportCalculator::compute),
    ISO59020(
            "Parts of the inflow, outflow, energy and water; ratios of water reuse, productivity, intensity",
            "ISO 59020:2024, Annex A",
            CircularityCalculator.FIELDS,
            CircularityCalculator::compute);

    private final String formula;
    private final String source;
    private final List<MethodField> fields;
    private final Function<MethodInputs, List<Result>> calculation;

    /**
     * One figure.
     *
     * @param name key of its label
     * @param unit its unit as written, empty for a ratio
     */
    public record Result(String name, double value, String unit) {}

    Method(String formula, String source, List<MethodField> fields, Function<MethodInputs, List<Result>> calculation) {
        this.formula = formula;
        this.source = source;
        this.fields = List.copyOf(fields);
        this.calculation = calculation;
    }

    static Optional<Method> find(String name) {
        return List.of(values()).stream()
                .filter(method -> method.code().equals(name))
                .findFirst();
    }

    /** Its name in commands and addresses. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String formula() {
        return formula;
    }

    public String source() {
        return source;
    }

    public List<MethodField> fields() {
        return fields;
    }

    /** Computes from texts; whatever is wrong is bad input with the field as its place. */
    List<Result> compute(Map<String, String> texts, Language language) {
        return calculation.apply(MethodInputs.read(fields, texts, language));
    }

    private static List<Result> circularFootprint(MethodInputs in) {
        in.requireParts(1, "r2", "r3");
        CircularFootprint footprint = new CircularFootprint(
                in.get("ev"),
                in.get("erecycled"),
                in.get("erecyclingeol"),
                in.get("evstar", in.get("ev")),
                in.get("eer"),
                in.get("heat"),
                in.get("power"),
                in.get("ed"));
        CircularFootprint.Shares shares = new CircularFootprint.Shares(
                in.get("a"), in.get("b"), in.get("r1"), in.get("r2"), in.get("r3"), in.get("qin"), in.get("qout"));
        String unit = "kg CO₂e/kg";
        return List.of(
                new Result("cff.total", footprint.total(shares), unit),
                new Result("cff.material", footprint.material(shares), unit),
                new Result("cff.energy", footprint.energy(shares), unit),
                new Result("cff.disposal", footprint.disposal(shares), unit));
    }

    private static List<Result> circularity(MethodInputs in) {
        in.requireParts(1, "fr", "fu", "fs");
        in.requireParts(1, "cr", "cu", "cc", "ce");
        MaterialCircularity product = new MaterialCircularity(
                in.get("mass"),
                new Feedstock(in.get("fr"), in.get("fu"), in.get("fs")),
                new Destination(in.get("cr"), in.get("cu"), in.get("cc"), in.get("ce")),
                new Efficiency(in.get("ec"), in.get("ef")),
                in.get("lifetime"),
                in.get("intensity"));
        return List.of(
                new Result("mci.mci", product.indicator(), ""),
                new Result("mci.lfi", product.linearFlowIndex(), ""),
                new Result("mci.virgin", product.virginKilograms(), "kg"),
                new Result("mci.waste", product.wasteKilograms(), "kg"));
    }
}
