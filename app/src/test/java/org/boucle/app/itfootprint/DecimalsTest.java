package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.boucle.app.server.Json;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    private static String written(double value) {
        return new String(Json.written(out -> new Decimals(out).write(value)), StandardCharsets.UTF_8);
    }

    @Test
    void writesAsJavaDoes() {
        Random random = new Random(11);
        DoubleStream rounded = random.doubles(200_000)
                .map(share ->
                        Math.rint(share * Math.pow(10, 1 + random.nextInt(9))) / Math.pow(10, random.nextInt(12)));
        DoubleStream any =
                random.longs(200_000).mapToDouble(Double::longBitsToDouble).filter(Double::isFinite);
        DoubleStream close = random.doubles(100_000)
                .map(share -> Math.nextUp(Math.rint(share * 1e6) / Math.pow(10, random.nextInt(8))));
        DoubleStream small = random.doubles(300_000)
                .map(share ->
                        Math.rint(share * Math.pow(10, 1 + random.nextInt(7))) / Math.pow(10, 4 + random.nextInt(19)));
        assertThat(DoubleStream.concat(DoubleStream.concat(rounded, small), DoubleStream.concat(any, close))
                        .flatMap(value -> DoubleStream.of(value, -value))
                        .filter(value -> !written(value).equals(Double.toString(value)))
                        .findFirst())
                .isEmpty();
    }

    @Test
    void writesTheEdgesAsJavaDoes() {
        double[] edges = {
            0,
            -0.0,
            1,
            9,
            10,
            0.1,
            0.3,
            1e-3,
            Math.nextDown(1e-3),
            Math.nextUp(1e-3),
            1e7,
            Math.nextDown(1e7),
            9_999_999,
            9_999_999.5,
            0.001_000_1,
            109.055_999_999_999_98,
            1.0 / 3,
            2.675,
            0.1 + 0.2,
            1e22,
            5e-324,
            Double.MAX_VALUE
        };
        for (double edge : edges) {
            assertThat(written(edge)).isEqualTo(Double.toString(edge));
            assertThat(written(-edge)).isEqualTo(Double.toString(-edge));
        }
    }
}
