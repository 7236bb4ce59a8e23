package org.boucle.core.impact.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.methods.FreightChain.Distance;
import org.boucle.core.impact.methods.FreightChain.Element;
import org.boucle.core.impact.methods.FreightChain.Hub;
import org.boucle.core.impact.methods.FreightChain.Leg;
import org.boucle.core.impact.methods.FreightChain.Part;
import org.junit.jupiter.api.Test;

class FreightChainTest {
    private static final Geography GB = Geography.of("GB");
    private static final FactorLibrary LIBRARY = FactorLibrary.shipped();

    private static Leg leg(String flow, double kilometres, Distance distance) {
        return new Leg("leg", flow, kilometres, distance, OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Test
    void aRoadLegSplitsIntoOperationAndProvision() {
        FreightChain chain =
                new FreightChain("c", 10, GB, 2025, List.of(leg("freight.road.articulated", 500, Distance.COUNTED)));
        Part part = chain.parts(LIBRARY).getFirst();
        assertThat(part.operation().orElseThrow()).isCloseTo(10 * 500 * 0.078, within(1e-9));
        assertThat(part.provision().orElseThrow()).isCloseTo(10 * 500 * 0.01823, within(1e-9));
        assertThat(part.total().orElseThrow()).isCloseTo(10 * 500 * (0.078 + 0.01823), within(1e-9));
        assertThat(chain.intensity(LIBRARY).orElseThrow()).isCloseTo(0.09623, within(1e-9));
    }

    @Test
    void distancesAreAdjustedAndHubsTakeTheGrid() {
        FreightChain chain = new FreightChain(
                "c",
                2,
                Geography.of("FR"),
                2025,
                List.of(
                        leg("freight.road.articulated.fr", 105, Distance.DRIVEN_ROAD),
                        new Hub("dock", 10, 0.5),
                        leg("freight.air.long", 905, Distance.FLOWN)));
        List<Part> parts = chain.parts(LIBRARY);
        assertThat(parts.get(0).kilometres()).isCloseTo(100, within(1e-9));
        assertThat(parts.get(0).operation()).isEmpty();
        assertThat(parts.get(0).total().orElseThrow()).isCloseTo(2 * 100 * 0.0823, within(1e-9));
        assertThat(parts.get(1).total().orElseThrow()).isCloseTo(2 * (10 * 0.031 + 0.5), within(1e-9));
        assertThat(parts.get(2).kilometres()).isEqualTo(1_000);
    }

    @Test
    void aChainMayHaveAnyNumberOfElements() {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            elements.add(leg("freight.rail", 10, Distance.COUNTED));
            elements.add(new Hub("h", 0, 1));
        }
        FreightChain chain = new FreightChain("c", 1, GB, 2025, elements);
        double one = new FreightChain("c", 1, GB, 2025, List.of(elements.getFirst())).kilograms(LIBRARY);
        assertThat(chain.kilograms(LIBRARY)).isCloseTo(40 * (one + 1), within(1e-9));
    }

    @Test
    void theCarriersOwnFiguresAndAnUnknownVehicle() {
        Leg own = new Leg("own", "", 100, Distance.COUNTED, OptionalDouble.of(0.06), OptionalDouble.of(0.015));
        FreightChain chain =
                new FreightChain("c", 1, GB, 2025, List.of(own, leg("freight-by-balloon", 100, Distance.COUNTED)));
        List<Part> parts = chain.parts(LIBRARY);
        assertThat(parts.get(0).total().orElseThrow()).isCloseTo(7.5, within(1e-9));
        assertThat(parts.get(1).total()).isEmpty();
        assertThat(chain.kilograms(LIBRARY)).isCloseTo(7.5, within(1e-9));
    }
}
