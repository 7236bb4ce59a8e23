package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tables know, for lists and choices. */
public final class ItCatalogue {
    private final ItTables tables;

    ItCatalogue(ItTables tables) {
        this.tables = tables;
    }

    /** A place with electricity factors: its trigram and English name; the peer's differs for one. */
    public record Country(String code, String name) {
        public String peerName() {
            return code.equals("SCG") ? "Serbie " : name;
        }
    }

    /** A region of a cloud provider and the place of its electricity. */
    public record CloudRegion(String provider, String region, String place) {}

    /** A default of an archetype by column, with its bounds where it has some. */
    public record Default(
            String column, String text, Optional<Double> value, Optional<Double> min, Optional<Double> max) {}

    /** A processor by name; the die in whole mm². */
    public record Cpu(
            String name,
            String family,
            String manufacturer,
            String modelRange,
            Optional<Double> tdp,
            Optional<Double> cores,
            Optional<Double> dieSize) {}

    /** A graphics card by name. */
    public record Gpu(
            String name,
            String manufacturer,
            double weight,
            double heatsink,
            double board,
            double casing,
            double surface,
            double vram,
            double vramDies,
            double boat,
            double truck,
            double plane,
            double tdp) {}

    public List<Country> countries() {
        return tables.electricity.places().stream()
                .map(place -> new Country(place.code(), place.name()))
                .toList();
    }

    public List<CloudRegion> cloudRegions() {
        return tables.clouds.regions().stream()
                .map(region -> new CloudRegion(region.provider(), region.region(), region.place()))
                .toList();
    }

    public List<String> cloudProviders() {
        return List.copyOf(tables.clouds.providers().keySet());
    }

    public List<String> cloudInstances(String provider) {
        return List.copyOf(tables.clouds.instances(provider).keySet());
    }

    /** Names like an unknown one, best first. */
    public List<String> instancesLike(String provider, String name, int atMost) {
        return tables.clouds.candidates(provider, name, atMost);
    }

    public Optional<List<Default>> cloudInstance(String provider, String name) {
        return tables.clouds.find(provider, name, true).map(found -> defaults(found.instance()));
    }

    public List<String> serverArchetypes() {
        return tables.serverIds();
    }

    public Optional<List<Default>> serverArchetype(String id, Rules rules) {
        return tables.server(id, rules).map(ItCatalogue::defaults);
    }

    public List<String> terminalArchetypes(TerminalKind kind) {
        return tables.terminalIds(kind.key());
    }

    public Optional<List<Default>> terminalArchetype(String id) {
        return tables.terminal(id).map(ItCatalogue::defaults);
    }

    public List<String> componentArchetypes(ComponentKind kind) {
        return tables.componentIds(kind.key());
    }

    public Optional<List<Default>> componentArchetype(ComponentKind kind, String id) {
        return tables.component(kind.key(), id).map(ItCatalogue::defaults);
    }

    public List<String> iotArchetypes() {
        return tables.iotIds();
    }

    public Optional<List<Default>> iotArchetype(String id) {
        return tables.iotDevice(id).map(ItCatalogue::defaults);
    }

    private static List<Default> defaults(Archetype archetype) {
        List<Default> defaults = new ArrayList<>();
        archetype
                .columns()
                .forEach((column, cell) -> defaults.add(new Default(
                        column,
                        cell.text(),
                        Optional.ofNullable(cell.value()),
                        Optional.ofNullable(cell.min()),
                        Optional.ofNullable(cell.max()))));
        return defaults;
    }

    public List<String> cpuNames() {
        return tables.cpus.rows().stream().map(CpuTable.Row::name).toList();
    }

    /** Names that contain a text, in the order of the table. */
    public List<String> cpuNames(String containing, int atMost) {
        return tables.cpus.search(containing, atMost);
    }

    public List<String> cpuFamilies() {
        return tables.cpus.distinct(CpuTable.Row::family);
    }

    public List<String> cpuModelRanges() {
        return tables.cpus.distinct(CpuTable.Row::modelRange);
    }

    public Optional<Cpu> findCpu(String name) {
        return tables.cpus
                .find(name)
                .map(row -> new Cpu(
                        row.name(),
                        row.family(),
                        row.manufacturer(),
                        row.modelRange(),
                        boxed(row.tdp()),
                        boxed(row.cores()),
                        boxed(row.die()).map(Math::floor)));
    }

    private static Optional<Double> boxed(java.util.OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    public List<String> gpuNames() {
        return tables.gpus.rows().stream().map(GpuTable.Row::name).toList();
    }

    public Optional<Gpu> findGpu(String name) {
        return tables.gpus
                .find(name)
                .map(row -> new Gpu(
                        row.name(),
                        row.manufacturer(),
                        row.weight(),
                        row.heatsink(),
                        row.board(),
                        row.casing(),
                        row.die(),
                        row.vram(),
                        row.vramDies(),
                        row.boat(),
                        row.truck(),
                        row.plane(),
                        row.tdp()));
    }

    public List<String> ramManufacturers() {
        return tables.ramDensity.manufacturers();
    }

    public List<String> ssdManufacturers() {
        return tables.ssdDensity.manufacturers();
    }

    /** Impact of one kWh by criterion at a place, by our values; empty for an unknown place. */
    public Map<Criterion, Double> electricity(String place) {
        Map<Criterion, Double> factors = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            tables.electricity.find(place, criterion, Rules.OURS).ifPresent(f -> factors.put(criterion, f.value()));
        }
        return factors;
    }

    /** Where a place's factor comes from. */
    public Optional<String> electricitySource(String place, Criterion criterion) {
        return tables.electricity
                .find(place, criterion, Rules.OURS)
                .map(f -> f.source() + (f.year().isEmpty() ? "" : " (" + f.year() + ")"));
    }
}
