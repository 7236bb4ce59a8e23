package org.boucle.core.impact;

import java.util.Optional;
import java.util.stream.Stream;
import org.boucle.core.text.Language;
import org.boucle.core.units.Unit;

/** One column of a footprint: what is counted, in one unit. */
public sealed interface ImpactCategory permits IndicatorCategory, EfCategory, CarbonApart {
    /** Stable code, the one that factors carry. */
    String code();

    /** Unit of every figure of this category. */
    Unit unit();

    String label(Language language);

    /** The category of a code such as {@code ghg}, {@code ef.acidification} or {@code carbon.biogenic}. */
    static Optional<ImpactCategory> find(String code) {
        return all().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The category of a code that must exist. */
    static ImpactCategory get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("No impact category has the code '" + code
                        + "'. Maybe one of " + all().map(ImpactCategory::code).toList()));
    }

    /** Every category, the ten industrial ones first. */
    static Stream<ImpactCategory> all() {
        return Stream.of(IndicatorCategory.values(), EfCategory.values(), CarbonApart.values())
                .flatMap(Stream::of);
    }
}
