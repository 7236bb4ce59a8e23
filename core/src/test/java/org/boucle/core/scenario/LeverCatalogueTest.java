package org.boucle.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.boucle.core.impact.IndicatorCategory;
import org.junit.jupiter.api.Test;

/** The counts are those of the crosses in the brochure's two index tables. */
class LeverCatalogueTest {
    @Test
    void holdsTheNineteenOpportunities() {
        assertThat(LeverCatalogue.sheets()).hasSize(19);
        assertThat(LeverCatalogue.sheets()).extracting(LeverSheet::acronym).doesNotHaveDuplicates();
        assertThat(LeverCatalogue.sheets().stream().map(LeverSheet::seeAlso).filter(acronym -> !acronym.isEmpty()))
                .hasSize(8)
                .allMatch(acronym -> LeverCatalogue.find(acronym).isPresent());
    }

    @Test
    void indicatorsCountAsInTheIndex() {
        Map<IndicatorCategory, Integer> counts = new EnumMap<>(IndicatorCategory.class);
        LeverCatalogue.sheets()
                .forEach(sheet -> sheet.indicators().forEach(category -> counts.merge(category, 1, Integer::sum)));
        assertThat(counts)
                .isEqualTo(Map.of(
                        IndicatorCategory.GHG, 11,
                        IndicatorCategory.MATERIAL, 9,
                        IndicatorCategory.WATER, 7,
                        IndicatorCategory.ENERGY, 9,
                        IndicatorCategory.TRANSPORT, 7,
                        IndicatorCategory.LIFETIME, 5,
                        IndicatorCategory.SCRAP, 1,
                        IndicatorCategory.POLLUTION, 8,
                        IndicatorCategory.RECYCLING, 7,
                        IndicatorCategory.LAND, 1));
    }

    @Test
    void stagesCountAsInTheIndex() {
        Map<CircularStage, Integer> counts = new EnumMap<>(CircularStage.class);
        LeverCatalogue.sheets().forEach(sheet -> sheet.stages().forEach(stage -> counts.merge(stage, 1, Integer::sum)));
        assertThat(counts.get(CircularStage.MANUFACTURING)).isEqualTo(8);
        assertThat(counts.get(CircularStage.SUPPLY)).isEqualTo(4);
    }
}
