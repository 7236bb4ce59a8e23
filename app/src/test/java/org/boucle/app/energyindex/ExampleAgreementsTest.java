package org.boucle.app.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.NoteExamples;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;
import org.junit.jupiter.api.Test;

/** The example files compute, and those of the note are the note's. */
class ExampleAgreementsTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "agreements");
    private static final Conversions TABLE = Conversions.shipped();

    @Test
    void theNotesExamples() {
        List<Agreement> examples = List.of(
                NoteExamples.example1(), NoteExamples.example2(), NoteExamples.example3(), NoteExamples.example4());
        for (int i = 0; i < 4; i++) {
            assertThat(AgreementFiles.read(EXAMPLES.resolve("note-example-" + (i + 1) + ".yaml"), TABLE))
                    .isEqualTo(examples.get(i));
        }
    }

    @Test
    void theBiscuitFactory() {
        Agreement agreement = AgreementFiles.read(EXAMPLES.resolve("biscuits.yaml"), TABLE);
        List<SiteYear> years = SiteYears.of(agreement, agreement.sites().getFirst(), TABLE);
        assertThat(years.getFirst().index().percent().orElseThrow()).isCloseTo(100, within(0.01));
        assertThat(years.getFirst().co2Index().percent().orElseThrow()).isCloseTo(100, within(0.5));
        assertThat(years.getLast().index().percent().orElseThrow()).isBetween(90.0, 100.0);
        assertThat(years.getLast().unadjusted().percent().orElseThrow())
                .isGreaterThan(years.getLast().index().percent().orElseThrow());
    }
}
