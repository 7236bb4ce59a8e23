package org.boucle.app.itfootprint;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.app.pages.Page;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.CloudSpec;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Facility;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.MaterialRecovery;
import org.boucle.features.itfootprint.OfficeKit;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.SecondLife;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.TerminalKind;
import org.boucle.features.itfootprint.TerminalSpec;
import org.boucle.features.itfootprint.UsageSpec;
import org.boucle.features.itfootprint.VirtualShare;
import org.boucle.features.itfootprint.Workload;

/**
 * What a user set up in a configurator: a kind and its fields as written in the form, which is also its address.
 *
 * @param kind {@code server}, {@code cloud} or {@code terminal}
 */
public record Setup(String kind, Map<String, String> fields, Language language) {
    static final List<String> KINDS = List.of("server", "cloud", "terminal");
    private static final double YEAR = 8_760;
    private static final int LONGEST = 200;

    public Setup {
        fields = new LinkedHashMap<>(fields);
    }

    /** Reads the fields of a kind that the form knows; an unknown kind is bad input. */
    static Setup of(String kind, java.util.function.Function<String, Optional<String>> query, Language language) {
        if (!KINDS.contains(kind)) {
            throw BadInput.of(Place.ofField("kind"), "it.unknown-kind", kind);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (SetupField field : SetupField.of(kind)) {
            String text = query.apply(field.name()).map(String::strip).orElse(field.usual());
            fields.put(field.name(), text.substring(0, Math.min(LONGEST, text.length())));
        }
        return new Setup(kind, fields, language);
    }

    /** Reads an address written by {@link #address}. */
    static Setup parse(String address, Language language) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : address.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return of(query.getOrDefault("kind", ""), name -> Optional.ofNullable(query.get(name)), language);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    /** The query that leads back to this set-up. */
    public String address() {
        StringBuilder address = new StringBuilder("kind=").append(kind);
        fields.forEach((name, text) ->
                address.append('&').append(name).append('=').append(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        return address.toString();
    }

    /** A short name for columns and files. */
    public String title() {
        return switch (kind) {
            case "server" ->
                fields.get("archetype") + (fields.get("cpu_name").isEmpty() ? "" : " · " + fields.get("cpu_name"));
            case "cloud" -> fields.get("provider") + " " + fields.get("instance_type");
            default -> fields.get("device");
        };
    }

    /** Whether spare equipment, second lives or overcommit stand between the parts and the totals. */
    public boolean isAdjusted() {
        return java.util.stream.Stream.of("redundancy", "refurbished", "reused", "overcommit", "psu_level", "disk_busy")
                .anyMatch(name -> !fields.getOrDefault(name, "").isEmpty());
    }

    /** The impacts on all criteria by our rules, over the whole life or the years chosen. */
    Assessment assess(ItFootprint engine, boolean explained) {
        Issues issues = new Issues();
        Optional<Double> years = number("years", 0.01, 50, issues);
        Optional<Double> load = number("load", 0, 100, issues);
        Optional<Double> watts = number("avg_power", 0, 1e6, issues);
        Facility facility = facility(issues);
        SecondLife second = SecondLife.of(
                number("refurbished", 0, 100, issues).orElse(0.0) / 100,
                number("reused", 0, 100, issues).orElse(0.0) / 100);
        double overcommit = number("overcommit", 1, 1_000, issues).orElse(1.0);
        UsageSpec usage = usage(load, watts, issues);
        SetupPower.check(this, issues);
        Optional<Double> life = years.map(y -> y * YEAR);
        UsageSpec whole = life.map(h -> usage.with(Field.HOURS_LIFE_TIME, h)).orElse(usage);
        Request request = new Request(Criterion.all(), OptionalDouble.empty(), Rules.OURS, explained);
        Assessment assessment = switch (kind) {
            case "server" -> {
                ServerSpec spec = server(issues).withUsage(whole);
                issues.throwIfAny();
                yield engine.server(spec, request);
            }
            case "cloud" -> {
                issues.throwIfAny();
                yield engine.cloud(new CloudSpec(fields.get("provider"), fields.get("instance_type"), whole), request);
            }
            default -> terminal(whole, issues, engine, request);
        };
        Assessment powered = SetupPower.of(this, assessment);
        return VirtualShare.overcommitted(facility.around(second.of(powered)), overcommit);
    }

    /** The end of the materials of what is set up, line by line; empty where nothing is said of its recycling. */
    public List<MaterialRecovery.Line> recovery() {
        return number("recovered", 0, 100, new Issues())
                .map(share -> MaterialRecovery.shipped().of(materialKind(), share / 100))
                .orElse(List.of());
    }

    /** The metals and plastics in one unit, where they are known. */
    List<MaterialRecovery.Line> materials() {
        return kind.equals("cloud") ? List.of() : MaterialRecovery.shipped().of(materialKind(), 0);
    }

    private String materialKind() {
        String device = kind.equals("server") ? "server" : fields.getOrDefault("device", "");
        return device.startsWith("monitor") ? "screen" : device.replaceAll("-.*", "");
    }

    /** The mean load in %, where it is given. */
    java.util.OptionalDouble load() {
        return number("load", 0, 100, new Issues()).stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    /** The same with another value of a field. */
    Setup with(String field, String text) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, text);
        return new Setup(kind, changed, language);
    }

    /** The title in the user's words, where there are some. */
    public String label(Page page) {
        String first = kind.equals("server") ? fields.get("archetype") : fields.getOrDefault("device", "");
        String named = page.t("itfootprint.option." + first);
        return first.isEmpty() || named.startsWith("[") ? title() : title().replace(first, named);
    }

    /** A kept set-up with its numbers as a reader of a language writes them. */
    public Setup localized(Language reader) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        if (reader == Language.FR && language == Language.EN) {
            SetupField.of(kind).stream()
                    .filter(SetupField::isNumber)
                    .forEach(field -> changed.computeIfPresent(field.name(), (name, text) -> text.replace('.', ',')));
        }
        return new Setup(kind, changed, reader);
    }

    /** The same with its numbers written in the English form, to be kept whatever the language of its author. */
    Setup neutral() {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        for (SetupField field : SetupField.of(kind)) {
            if (field.isNumber()) {
                Quantity.findNumber(fields.getOrDefault(field.name(), ""), language)
                        .ifPresent(value ->
                                changed.put(field.name(), new java.math.BigDecimal(value.toString()).toPlainString()));
            }
        }
        return new Setup(kind, changed, Language.EN);
    }

    private Facility facility(Issues issues) {
        double pue = number("pue", 1, 10, issues).orElse(1.0);
        double wue = number("wue", 0, 100, issues).orElse(0.0);
        double spare = number("redundancy", 0, 100, issues).orElse(0.0);
        return new Facility(Estimate.exact(pue), Estimate.exact(wue), spare);
    }

    private UsageSpec usage(Optional<Double> load, Optional<Double> watts, Issues issues) {
        UsageSpec usage = UsageSpec.NOTHING;
        String place = fields.getOrDefault("location", "");
        if (!place.isEmpty()) {
            usage = usage.with(Field.USAGE_LOCATION, place);
        }
        if (load.isPresent()) {
            usage = usage.with(Field.TIME_WORKLOAD, Workload.of(load.get()));
        }
        if (watts.isPresent()) {
            usage = usage.with(Field.AVG_POWER, watts.get());
        }
        Optional<Double> hours = number("hours_per_day", 0, 24, issues);
        return hours.isPresent() ? usage.with(Field.USE_TIME_RATIO, hours.get() / 24) : usage;
    }

    private ServerSpec server(Issues issues) {
        number("recovered", 0, 100, issues);
        ServerSpec spec = ServerSpec.of(fields.get("archetype"));
        ComponentSpec cpu = given(ComponentKind.CPU, Field.UNITS, "cpu_units", issues);
        cpu = fields.get("cpu_name").isEmpty() ? cpu : cpu.with(Field.NAME, fields.get("cpu_name"));
        spec = spec.withCpu(cpu);
        ComponentSpec ram = given(ComponentKind.RAM, Field.UNITS, "ram_units", issues);
        Optional<Double> capacity = number("ram_capacity", 1, 1e5, issues);
        ram = capacity.isPresent() ? ram.with(Field.CAPACITY, capacity.get()) : ram;
        spec = ram.given().values().isEmpty() ? spec : spec.withRam(List.of(ram));
        List<ComponentSpec> disks = new ArrayList<>();
        Optional<Double> ssd = number("ssd_units", 0, 1e4, issues);
        Optional<Double> size = number("ssd_capacity", 1, 1e6, issues);
        if (ssd.isPresent() || size.isPresent()) {
            ComponentSpec disk = ComponentSpec.of(ComponentKind.SSD).with(Field.UNITS, ssd.orElse(1.0));
            disks.add(size.isPresent() ? disk.with(Field.CAPACITY, size.get()) : disk);
        }
        number("hdd_units", 0, 1e4, issues)
                .ifPresent(n -> disks.add(ComponentSpec.of(ComponentKind.HDD).with(Field.UNITS, n)));
        spec = disks.isEmpty() ? spec : spec.withDisks(disks);
        Optional<Double> gpus = number("gpu_units", 0, 64, issues);
        if (gpus.filter(n -> n > 0).isPresent()) {
            ComponentSpec gpu = ComponentSpec.of(ComponentKind.GPU).with(Field.UNITS, gpus.get());
            String name = fields.get("gpu_name");
            spec = spec.withGpu(name.isEmpty() ? gpu : gpu.with(Field.NAME, name));
        }
        return spec;
    }

    private ComponentSpec given(ComponentKind kind, Field field, String name, Issues issues) {
        ComponentSpec spec = ComponentSpec.of(kind);
        return number(name, 0, 1e4, issues)
                .map(value -> spec.with(field, value))
                .orElse(spec);
    }

    private Assessment terminal(UsageSpec usage, Issues issues, ItFootprint engine, Request request) {
        String device = fields.get("device");
        number("recovered", 0, 100, issues);
        Optional<OfficeKit.Item> office = OfficeKit.shipped().find(device);
        if (office.isPresent()) {
            issues.throwIfAny();
            return OfficeKit.shipped().assess(office.get(), usage, engine, request);
        }
        TerminalKind kind = java.util.Arrays.stream(TerminalKind.values())
                .filter(k -> engine.catalogue().terminalArchetypes(k).contains(device))
                .findFirst()
                .orElseThrow(() -> BadInput.of(Place.ofField("device"), "it.unknown-archetype", device));
        issues.throwIfAny();
        return engine.terminal(TerminalSpec.of(kind).withArchetype(device).withUsage(usage), request);
    }

    Optional<Double> number(String name, double least, double most, Issues issues) {
        String text = fields.getOrDefault(name, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> number = Quantity.findNumber(text, language);
        if (number.filter(value -> value >= least && value <= most).isEmpty()) {
            issues.add(
                    Place.ofField(name),
                    "it.number",
                    text,
                    Quantity.number(least, language),
                    Quantity.number(most, language));
            return Optional.empty();
        }
        return number;
    }
}
