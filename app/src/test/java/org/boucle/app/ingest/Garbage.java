package org.boucle.app.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Messages that no honest sender would send. */
final class Garbage {
    private static final String[] SEEDS = {
        "{\"site\":\"plant\",\"series\":\"oven/power\",\"time\":1767571200000,\"value\":41.5,\"unit\":\"kW\"}",
        "{\"points\":[[1767571200000,1],[1767571260000,2]],\"series\":\"x\",\"site\":\"y\"}",
        "[{\"value\":1},{\"value\":2}]",
        "12.5",
        "{}",
        "{\"value\":NaN}",
        "{\"value\":1e999,\"series\":\"a\",\"site\":\"b\"}",
        "{\"value\":1,\"time\":-99999999999999999,\"series\":\"a\",\"site\":\"b\"}",
        "{\"value\":1,\"time\":\"yesterday\",\"series\":\"a\",\"site\":\"b\"}",
        "{\"value\":\"12,5\",\"series\":\"a\",\"site\":\"b\"}",
        "[[[[[[[[[[[[[[[[[[[[[[[[",
        "\u0000\u0001\u0002",
        "null",
        "{\"series\":7,\"value\":true,\"site\":[]}",
        "{\"points\":{\"a\":1},\"series\":\"a\",\"site\":\"b\"}",
    };

    private Garbage() {}

    /** One line, broken in a random way; it never is a point of the series "oven/power" of site "plant" in its unit. */
    static String line(Random r) {
        StringBuilder text = new StringBuilder(SEEDS[r.nextInt(SEEDS.length)]);
        for (int k = r.nextInt(6); k > 0 && !text.isEmpty(); k--) {
            int at = r.nextInt(text.length());
            switch (r.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) (32 + r.nextInt(95)));
                case 2 -> text.setCharAt(at, (char) (1 + r.nextInt(1000)));
                default -> text.setLength(at);
            }
        }
        return text.toString().replace('\n', ' ').replace('\r', ' ').replace("oven/power", "oven/pawer");
    }

    static byte[] bytes(Random r) {
        if (r.nextBoolean()) {
            return line(r).getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[r.nextInt(200)];
        r.nextBytes(bytes);
        return bytes;
    }
}
