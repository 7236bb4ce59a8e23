package org.boucle.features.energytwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The real steel plant of the shared test data, read for tests. Its rows carry the time at which a quarter-hour ends,
 * but the row of midnight carries the date of the day that it ends: the clock is rebuilt from the order of the rows.
 */
public final class SteelPlant {
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private SteelPlant() {}

    /** The nine months, or a skipped test where the shared data is absent. */
    public static LoadCurve load() {
        Path file = shared().resolve("datasets/steel/train_jan_sep.csv");
        assumeTrue(Files.isReadable(file), "SKIPPED: no steel plant data at " + file);
        try {
            List<String> rows = Files.readAllLines(file).stream().skip(1).toList();
            assertThat(rows.getFirst()).startsWith("01/01/2018 00:15");
            assertThat(rows.get(95)).as("the trap").startsWith("01/01/2018 00:00");
            double[] energy = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.split(",")[1]))
                    .toArray();
            return new LoadCurve(
                    LocalDate.of(2018, 1, 1).atStartOfDay(ZONE).toInstant(), Duration.ofMinutes(15), ZONE, energy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path shared() {
        return Optional.ofNullable(System.getProperty("boucle.shared"))
                .or(() -> Optional.ofNullable(System.getenv("BOUCLE_SHARED")))
                .map(Path::of)
                .orElse(Path.of("../../shared"));
    }
}
