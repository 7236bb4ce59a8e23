package org.boucle.features.territory.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.boucle.features.territory.inventory.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "moisture<=10 %",
                "moisture<=10 (<=6) %",
                "temperature>=160 (>=180) °C",
                "temperature>=160 (180..200) °C",
                "ph=6..9 (6.5..7.5)",
                "ph=6..9",
                "dust=20 mg/m3",
                "teneur-en-eau<=0.000001 kg/kg",
                "temperature=-20..-5 °C"
            })
    void readsWhatItWrites(String text) {
        Property property = Limits.find(text).orElseThrow();
        assertThat(Limits.write(property)).isEqualTo(text);
        assertThat(Limits.find(Limits.write(property))).contains(property);
    }

    @Test
    void aWishNarrowsTheLimits() {
        assertThat(Limits.find("ph = 6,0 .. 9 ( <= 7 )")).contains(new Property("ph", "", 6, 9, 6, 7));
        assertThat(Limits.find("load=1e3..2E3 g/h")).contains(Property.of("load", "g/h", 1000, 2000));
    }

    @Test
    void aWishOutsideTheLimitsIsRefused() {
        assertThatThrownBy(() -> Limits.find("ph=6..9 (5..7)")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.find("x<=1e999")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Limits.find("ph=6..9 (about 7)")).isEmpty();
        assertThat(Limits.find("ph")).isEmpty();
    }
}
