package org.boucle.app.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.boucle.app.server.Json;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;

/** Spoilt files and messages end in bad input or in a whole account, never in another failure. */
class HostileAccountsTest {
    private static final String FILE = "name;post;flow;quantity;unit;distance;share;origin;uncertainty\n"
            + "Boiler;1.1;fuel.natural-gas;500;MWh;;50 %;measured;5 %\nLorries;3.2;freight.road.hgv;20;t;300 km;;;\n";
    private static final String JSON = "{\"organisation\":\"W\",\"year\":2025,\"activities\":[{\"name\":\"B\",\"flow\":"
            + "\"fuel.natural-gas\",\"quantity\":\"5 MWh\",\"share\":0.5}],\"contracts\":[{\"name\":\"G\",\"instrument\":"
            + "\"SUPPLIER_MIX\",\"share\":\"50 %\",\"grams\":12}]}";
    private static final String[] SPOIL = {
        "",
        "-0",
        "NaN",
        "1e999",
        "\u0000",
        "\"",
        ";",
        "\n",
        "{",
        "[",
        "null",
        "99999999999999999999",
        "=cmd",
        "é",
        "-5",
        "€"
    };

    private static String spoilt(String text, Random random) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(spoilt.length());
            int end = Math.min(spoilt.length(), at + random.nextInt(6));
            spoilt.replace(at, end, SPOIL[random.nextInt(SPOIL.length)]);
        }
        return spoilt.isEmpty() ? " " : spoilt.toString();
    }

    @Test
    void aThousandSpoiltFiles() {
        Random random = new Random(31);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] content = spoilt(FILE, random).getBytes(StandardCharsets.UTF_8);
            try {
                ActivityReader.file(
                        i % 9 == 0 ? "a.xlsx" : "a.csv",
                        content,
                        FactorLibrary.shipped(),
                        Language.EN,
                        Geography.of("FR"));
            } catch (BadInput bad) {
                refused++;
            }
        }
        assertThat(refused).isBetween(300, 1_000);
    }

    @Test
    void aThousandSpoiltMessages() {
        Random random = new Random(32);
        HeadReader heads = new HeadReader(Clock.systemUTC());
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            try {
                StoredAccount stored =
                        CompanyApi.read(Json.read(spoilt(JSON, random)), heads, FactorLibrary.shipped(), List.of());
                CompanyFootprint.of(
                        stored.with(stored.rows().stream()
                                .map(StoredAccount.Row::activity)
                                .toList()),
                        FactorLibrary.shipped());
            } catch (BadInput bad) {
                refused++;
            }
        }
        assertThat(refused).isBetween(300, 1_000);
    }
}
