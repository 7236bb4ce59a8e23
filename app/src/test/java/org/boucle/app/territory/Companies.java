package org.boucle.app.territory;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/** Two companies that answer each other, as workbooks. */
final class Companies {
    static final String STEEL = "Fonderie Vauban";
    static final String CEMENT = "Cimenterie des Trois Frontières";

    private Companies() {}

    static byte[] steel() {
        return workbook(
                List.of(Map.of(
                        "company",
                        STEEL,
                        "id",
                        "s1",
                        "name",
                        "Usine de la Fensch",
                        "latitude",
                        49.3271,
                        "longitude",
                        6.1187,
                        "activity",
                        "24.51",
                        "employees",
                        180)),
                List.of(
                        Map.of(
                                "id",
                                "scale",
                                "site",
                                "s1",
                                "direction",
                                "OUT",
                                "code",
                                "10 02 10",
                                "label",
                                "Calamine du laminoir",
                                "amount",
                                4321,
                                "unit",
                                "t/a",
                                "properties",
                                "oil=0.5 %",
                                "operation",
                                "D5",
                                "eur",
                                71),
                        Map.of(
                                "id",
                                "sand",
                                "site",
                                "s1",
                                "direction",
                                "IN",
                                "resource",
                                "sand",
                                "amount",
                                900,
                                "unit",
                                "t/a")));
    }

    static byte[] cement() {
        return workbook(
                List.of(Map.of(
                        "company",
                        CEMENT,
                        "id",
                        "c1",
                        "name",
                        "Four numéro 2",
                        "latitude",
                        49.4123,
                        "longitude",
                        6.2345,
                        "activity",
                        "23.51",
                        "employees",
                        95)),
                List.of(Map.of(
                        "id",
                        "ore",
                        "site",
                        "c1",
                        "direction",
                        "besoin",
                        "resource",
                        "iron-ore",
                        "label",
                        "Apport de fer au cru",
                        "amount",
                        5678,
                        "unit",
                        "t/an",
                        "eur",
                        97,
                        "confidence",
                        "audité")));
    }

    static byte[] workbook(List<Map<String, Object>> sites, List<Map<String, Object>> flows) {
        return workbook(sites, flows, List.of());
    }

    static byte[] workbook(
            List<Map<String, Object>> sites, List<Map<String, Object>> flows, List<Map<String, Object>> hubs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook.write(bytes, Map.of("Sites", sites, "Flows", flows, "Hubs", hubs));
        return bytes.toByteArray();
    }
}
