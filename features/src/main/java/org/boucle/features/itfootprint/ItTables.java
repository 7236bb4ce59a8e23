package org.boucle.features.itfootprint;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.boucle.core.data.ReferenceTable;

/** The reference tables of digital equipment, read and indexed once. */
final class ItTables {
    private static final List<String> PROVENANCE = List.of("source", "licence");

    final CpuTable cpus;
    final GpuTable gpus;
    final DensityTable ramDensity;
    final DensityTable ssdDensity;
    final FactorTable factors;
    final ElectricityTable electricity;
    final CloudTable clouds;
    final CurveTable curves;
    private final Map<String, Archetype> servers;
    private final Map<String, Archetype> peerServers;
    private final Set<String> corrected;
    private final Map<String, Archetype> terminals;
    private final Map<String, Archetype> iot;
    private final Map<String, Map<String, Archetype>> components = new LinkedHashMap<>();

    private ItTables(Function<String, ReferenceTable> open) {
        cpus = new CpuTable(open.apply("cpu.csv"));
        gpus = new GpuTable(open.apply("gpu.csv"));
        ramDensity = new DensityTable(open.apply("ram_density.csv"), "process_nm", "manufacturer");
        ssdDensity = new DensityTable(open.apply("ssd_density.csv"), "layers", "source");
        factors = new FactorTable(open.apply("impact_factor.csv"));
        electricity = new ElectricityTable(
                open.apply("electricity.csv"), open.apply("electricity_bound.csv"), open.apply("location.csv"));
        clouds = new CloudTable(
                open.apply("cloud_provider.csv"), open.apply("cloud_instance.csv"), open.apply("cloud_region.csv"));
        readComponents(open.apply("archetype_component.csv"));
        curves = new CurveTable(
                open.apply("cpu_power_curve.csv"),
                open.apply("cpu_tdp_power.csv"),
                component("cpu", "DEFAULT")
                        .orElseThrow()
                        .columns()
                        .get("CONSUMPTION_PROFILE.params")
                        .text());
        ReferenceTable serverTable = open.apply("archetype_server.csv");
        servers = archetypes(serverTable, Map.of());
        Map<String, String> peerCells = peerCells(open.apply("corrections.csv"));
        peerServers = archetypes(serverTable, peerCells);
        corrected = peerCells.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('|')))
                .collect(Collectors.toUnmodifiableSet());
        terminals = archetypes(open.apply("archetype_terminal.csv"), Map.of());
        iot = archetypes(open.apply("archetype_iot.csv"), Map.of());
    }

    /** The tables that ship with the product. */
    static ItTables shipped() {
        return new ItTables(name -> ReferenceTable.of("it/" + name));
    }

    /** Tables that replace the shipped ones, by file name; what is not replaced is taken from the product. */
    static ItTables replacedBy(Function<String, Optional<String>> texts) {
        return new ItTables(name -> texts.apply(name)
                .map(text -> ReferenceTable.read(name, new StringReader(text)))
                .orElseGet(() -> ReferenceTable.of("it/" + name)));
    }

    private static Map<String, String> peerCells(ReferenceTable corrections) {
        Map<String, String> cells = new HashMap<>();
        for (ReferenceTable.Row row : corrections.rows()) {
            if (row.text("table").equals("archetype_server")) {
                cells.put(row.text("row") + '|' + row.text("column"), row.text("peer_value"));
            }
        }
        return cells;
    }

    private static Map<String, Archetype> archetypes(ReferenceTable table, Map<String, String> replaced) {
        Map<String, Archetype> found = new LinkedHashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            String id = row.text("id").strip();
            Map<String, Cell> columns = new LinkedHashMap<>();
            for (String column : table.columns()) {
                if (!column.equals("id") && !PROVENANCE.contains(column)) {
                    String text = replaced.getOrDefault(id + '|' + column, row.text(column));
                    columns.put(column, Cell.parse(text));
                }
            }
            found.putIfAbsent(id, Archetype.of(id, columns));
        }
        return found;
    }

    private void readComponents(ReferenceTable table) {
        Map<String, Map<String, Map<String, Cell>>> cells = new LinkedHashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            cells.computeIfAbsent(row.text("component"), key -> new LinkedHashMap<>())
                    .computeIfAbsent(row.text("id"), key -> new LinkedHashMap<>())
                    .put(row.text("attribute"), Cell.parse(row.text("value")));
        }
        cells.forEach((component, ids) -> {
            Map<String, Archetype> archetypes = new LinkedHashMap<>();
            ids.forEach((id, columns) -> archetypes.put(id, Archetype.of(id, columns)));
            components.put(component, archetypes);
        });
    }

    Optional<Archetype> server(String id, Rules rules) {
        return Optional.ofNullable((rules.keeps(Quirk.ARCHETYPE_ERRORS) ? peerServers : servers).get(id));
    }

    /** Whether a server's archetype has cells that we corrected. */
    boolean isCorrected(String id) {
        return corrected.contains(id);
    }

    Optional<Archetype> terminal(String id) {
        return Optional.ofNullable(terminals.get(id));
    }

    Optional<Archetype> iotDevice(String id) {
        return Optional.ofNullable(iot.get(id));
    }

    Optional<Archetype> component(String component, String id) {
        return Optional.ofNullable(components.getOrDefault(component, Map.of()).get(id));
    }

    List<String> componentIds(String component) {
        return List.copyOf(components.getOrDefault(component, Map.of()).keySet());
    }

    List<String> serverIds() {
        return List.copyOf(servers.keySet());
    }

    List<String> iotIds() {
        return List.copyOf(iot.keySet());
    }

    List<String> terminalIds(String deviceType) {
        List<String> ids = new ArrayList<>();
        terminals.forEach((id, archetype) -> {
            if (archetype
                    .find("device_type")
                    .filter(cell -> cell.text().equals(deviceType))
                    .isPresent()) {
                ids.add(id);
            }
        });
        return ids;
    }
}
