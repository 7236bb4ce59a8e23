package org.boucle.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kWh | kWh",
                "KWH | kWh",
                "MWh | MWh",
                "GJp | GJp",
                "kg CO2e | kg CO2e",
                "kgCO2eq | kg CO2e",
                "kg éq. CO2 | kg CO2e",
                "m3 | m³",
                "t.km | t·km",
                "tonnes | t",
                "€ | EUR",
                "mois | month",
                "kg CO2e/kWh | kg CO2e/kWh",
                "gCO2e/kWh | g CO2e/kWh",
                "kWh/t | kWh/t",
                "kWhEP | kWhp",
                "degC | °C",
                "mg | mg",
                "Mo | MB",
                "kg éq Sb | kg Sb eq"
            })
    void readsTheWritingsOfBothLanguages(String written, String symbol) {
        assertThat(Unit.parse(written).symbol()).isEqualTo(symbol);
    }

    @Test
    void convertsWithinADimensionOnly() {
        assertThat(Quantity.of(1, Units.MEGAWATT_HOUR).in(Units.GIGAJOULE)).isCloseTo(3.6, within(1e-12));
        assertThat(Quantity.of(20, Units.CELSIUS).in(Units.KELVIN)).isCloseTo(293.15, within(1e-12));
        assertThat(Unit.parse("g CO2e/kWh").factorTo(Unit.parse("kg CO2e/MWh"))).isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> Quantity.of(1, Units.GIGAJOULE).in(Units.GIGAJOULE_PRIMARY))
                .hasMessageContaining("Maybe a factor");
        assertThatThrownBy(() -> Quantity.of(1, Units.KILOGRAM).in(Units.KILOGRAM_CO2E))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantity.of(Double.NaN, Units.KILOGRAM)).hasMessageContaining("not finite");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FR | 1 234,5 kWh | 1234.5",
                "FR | 1.234,5 kWh | 1234.5",
                "FR | 12.5 kWh | 12.5",
                "FR | 0.112 kWh | 0.112",
                "FR | 1.234 kWh | 1.234",
                "FR | 1.234.567 kWh | 1234567",
                "EN | 0,112 kWh | 0.112",
                "EN | 1,234.5 kWh | 1234.5",
                "EN | 0,5 kWh | 0.5",
                "EN | -3e2 kWh | -300"
            })
    void readsNumbersAsPeopleWriteThem(Language language, String written, double value) {
        assertThat(Quantity.find(written, language).orElseThrow().in(Units.KILOWATT_HOUR))
                .isEqualTo(value);
    }

    @Test
    void refusesWhatIsNoQuantity() {
        assertThat(Quantity.find("douze kWh", Language.FR)).isEmpty();
        assertThat(Quantity.find("12 parsecs", Language.EN)).isEmpty();
        assertThat(Quantity.findNumber("1,2,3", Language.FR)).isEmpty();
        assertThat(Quantity.findNumber("1e999", Language.EN)).isEmpty();
    }

    @Property
    void printsWhatItReads(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value, @ForAll Language language) {
        Quantity printed = Quantity.of(Math.round(value * 100) / 100.0, Units.KILOWATT_HOUR);
        Quantity read = Quantity.find(printed.text(language), language).orElseThrow();
        assertThat(read.value()).isCloseTo(printed.value(), within(Math.max(0.005, Math.abs(value) * 5e-4)));
    }

    @Property
    void conversionThereAndBackIsTheSame(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        for (Unit unit : Units.all()) {
            for (Unit other : Units.all()) {
                if (unit.isCompatible(other)) {
                    double there = unit.convert(value, other);
                    assertThat(other.convert(there, unit))
                            .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
                }
            }
        }
    }
}
