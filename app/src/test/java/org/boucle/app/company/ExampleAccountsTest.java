package org.boucle.app.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.company.CompanyAccount;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.impact.company.Consolidation;
import org.boucle.core.impact.company.YearComparison;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;

/** The two years of the example are read, have a factor for all but what is counted as it is, and compare. */
class ExampleAccountsTest {
    private static CompanyFootprint year(int year) throws IOException {
        Path file = Path.of("../examples/organisations/workshop_" + year + ".csv");
        Geography place = Geography.of("FR");
        var activities = ActivityReader.file(
                file.getFileName().toString(), Files.readAllBytes(file), FactorLibrary.shipped(), Language.EN, place);
        return CompanyFootprint.of(
                new CompanyAccount(
                        "Workshop", place, year, Consolidation.OPERATIONAL_CONTROL, "", activities, List.of()),
                FactorLibrary.shipped());
    }

    @Test
    void bothYearsAreWholeAndTheLaterIsLower() throws IOException {
        CompanyFootprint before = year(2024);
        CompanyFootprint after = year(2025);
        assertThat(before.missing()).isEmpty();
        assertThat(after.missing()).isEmpty();
        YearComparison comparison = new YearComparison(before, after, Basis.LOCATION);
        assertThat(comparison.difference()).isNegative();
        assertThat(comparison.rows().stream()
                        .mapToDouble(r -> r.byActivity() + r.byFactor())
                        .sum())
                .isCloseTo(comparison.difference(), org.assertj.core.data.Offset.offset(1e-6));
        // the grid's factor fell from 33 to 31 g
        assertThat(comparison.rows())
                .filteredOn(r -> r.id().equals("Electricity"))
                .allMatch(r -> r.byFactor() < 0);
    }
}
