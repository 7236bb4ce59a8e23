package org.boucle.features.itfootprint.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boucle.core.input.BadInput;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.Hosting.Equipment;
import org.junit.jupiter.api.Test;

class EngineCostsTest {
    @Test
    void theEngineKnowsWhatAnHourCosts() {
        EngineCosts costs = EngineCosts.shipped();
        EquipmentHour server = costs.hosting(new Equipment.Server("platform_compute_medium", "FRA", 50));
        EquipmentHour busier = costs.hosting(new Equipment.Server("platform_compute_medium", "FRA", 90));
        assertThat(busier.use().get(Criterion.GWP).value())
                .isGreaterThan(server.use().get(Criterion.GWP).value());
        assertThat(busier.embedded()).isEqualTo(server.embedded());
        // a laptop: 75 W in France at 0.098 kg/kWh; 181 kg over 4 years, 30 % of the time in use
        EquipmentHour laptop = costs.terminal(new Audience("laptop", "FRA", 1, 1));
        assertThat(laptop.use().get(Criterion.GWP).value()).isCloseTo(0.075 * 0.098, within(1e-9));
        assertThat(laptop.embedded().get(Criterion.GWP).value()).isCloseTo(181 / (35040 * 0.3), within(1e-6));
        EquipmentHour cloud = costs.hosting(new Equipment.Cloud("aws", "m5.xlarge", "eu-west-3", 30));
        assertThat(cloud.use()).containsKey(Criterion.GWP);
        assertThat(cloud.sources()).anyMatch(source -> source.contains("FRA"));
        assertThatThrownBy(() -> costs.hosting(new Equipment.Cloud("aws", "m5.xlarge", "mars-1", 30)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("mars-1");
    }

    @Test
    void shippedCostsGiveAPlausibleBooking() {
        DigitalService service = new DigitalService(
                "Reservations",
                new FunctionalUnit("booking", 1.7e6 * 12),
                List.of(new Hosting(
                        "web",
                        new Equipment.Cloud("aws", "m5.xlarge", "eu-west-3", 30),
                        12,
                        AllocationKey.ENTIRE,
                        new Estimate(1.2, 1.1, 1.4))),
                new Transfer(3, 0.6),
                List.of(new Audience("smartphone", "FRA", 0.6, 3), new Audience("laptop", "FRA", 0.4, 3)));
        ServiceFootprint footprint = ServiceFootprint.of(service, EngineCosts.shipped());
        double grams = footprint.perUnit(Criterion.GWP).orElseThrow().value() * 1000;
        assertThat(grams).isBetween(0.2, 20.0);
        assertThat(footprint.total(Criterion.GWP).orElseThrow().isOrdered()).isTrue();
    }
}
