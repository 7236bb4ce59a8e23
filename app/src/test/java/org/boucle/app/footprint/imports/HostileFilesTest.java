package org.boucle.app.footprint.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.boucle.core.input.BadInput;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/**
 * A thousand damaged files per importer, made by mutation: each ends in factors or in issues with a place, never in another
 * failure; nothing is half taken.
 */
class HostileFilesTest {
    private static final int FILES = 1_000;
    private static final String[] POISON = {
        "NaN",
        "-0",
        "1e999",
        "",
        "\"",
        "<",
        ">",
        "&x;",
        "]]>",
        "\u0000",
        "{",
        "}",
        "[",
        "null",
        "-1",
        "9".repeat(400),
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
        "\uFFFF",
        ";",
        ",",
        "\r\n",
        "é".repeat(50)
    };

    private final SplittableRandom random = new SplittableRandom(20_261_121);

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int times = random.nextInt(1, 4); times > 0 && damaged.length() > 2; times--) {
            int at = random.nextInt(damaged.length());
            int end = Math.min(damaged.length(), at + random.nextInt(1, 25));
            switch (random.nextInt(6)) {
                case 0 -> damaged.delete(at, end);
                case 1 -> damaged.insert(at, POISON[random.nextInt(POISON.length)]);
                case 2 -> damaged.replace(at, end, POISON[random.nextInt(POISON.length)]);
                case 3 -> damaged.insert(at, damaged.substring(at, end));
                case 4 -> damaged.setLength(at);
                default -> poisonANumber(damaged, at);
            }
        }
        return damaged.toString();
    }

    private void poisonANumber(StringBuilder text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.replace(i, i + 1, POISON[random.nextInt(POISON.length)]);
                return;
            }
        }
    }

    private byte[] damagedBytes(byte[] content) {
        byte[] copy = content.clone();
        for (int times = random.nextInt(1, 20); times > 0; times--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        int keep = random.nextInt(4) == 0 ? random.nextInt(1, copy.length) : copy.length;
        return java.util.Arrays.copyOf(copy, keep);
    }

    private byte[] damagedArchive(Map<String, String> files) {
        if (random.nextInt(5) == 0) {
            return damagedBytes(Fixtures.zip(files));
        }
        Map<String, String> copy = new LinkedHashMap<>(files);
        List<String> names = new ArrayList<>(copy.keySet());
        String victim = names.get(random.nextInt(names.size()));
        if (random.nextInt(8) == 0) {
            copy.remove(victim);
        } else {
            copy.put(victim, damaged(copy.get(victim)));
        }
        return Fixtures.zip(copy);
    }

    private void survives(String name, Supplier<byte[]> files) {
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] content = files.get();
            try {
                ImportedFile file = Importers.read(name, content, Set.of());
                assertThat(file.factors()).allMatch(f -> Double.isFinite(f.value()));
                taken++;
            } catch (BadInput bad) {
                assertThat(bad.issues()).isNotEmpty();
                refused++;
            }
        }
        assertThat(taken + refused).isEqualTo(FILES);
        assertThat(refused).as("files refused of " + name).isGreaterThan(FILES / 20);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void jsonLd() {
        Map<String, String> files = Fixtures.jsonLd();
        survives("jsonld.zip", () -> damagedArchive(files));
    }

    @Test
    void ecoSpold1() {
        survives("spold1.xml", () -> bytes(damaged(Fixtures.ecoSpold1())));
    }

    @Test
    void ecoSpold2() {
        Map<String, String> files = Fixtures.ecoSpold2();
        survives("spold2.zip", () -> damagedArchive(files));
    }

    @Test
    void ilcd() {
        Map<String, String> files = Fixtures.ilcd();
        survives("ilcd.zip", () -> damagedArchive(files));
    }

    @Test
    void ownCsv() {
        survives("own.csv", () -> bytes(damaged(Fixtures.own())));
    }

    @Test
    void baseCarbone() {
        survives("base.csv", () -> bytes(damaged(Fixtures.baseCarbone())));
    }

    @Test
    void ownWorkbook() throws Exception {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("factors");
            String[] lines = Fixtures.own().split("\n");
            for (int r = 0; r < lines.length; r++) {
                String[] cells = lines[r].split(",", -1);
                for (int c = 0; c < cells.length; c++) {
                    sheet.value(r, c, cells[c]);
                }
            }
        }
        byte[] good = out.toByteArray();
        survives("own.xlsx", () -> damagedBytes(good));
    }
}
