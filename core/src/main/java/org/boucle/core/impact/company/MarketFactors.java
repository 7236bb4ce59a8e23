package org.boucle.core.impact.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.company.Contract.Instrument;
import org.boucle.core.units.Units;

/**
 * The market-based view of a kWh: what contracts prove, then the residual mix, and where no residual mix is known the
 * grid's average, as the GHG Protocol's Scope 2 Guidance allows when that is said (its line then carries the same factor
 * as the location-based one).
 */
final class MarketFactors {
    private final CompanyAccount account;
    private final FactorLibrary library;

    MarketFactors(CompanyAccount account, FactorLibrary library) {
        this.account = account;
        this.library = library;
    }

    /** A part of the electricity with its factor; the parts' shares sum to one. */
    record Part(String name, double share, FactorMatch match) {}

    List<Part> of(FactorMatch grid) {
        List<Part> parts = new ArrayList<>();
        for (Contract contract : account.contracts()) {
            if (contract.instrument() != Instrument.RESIDUAL_MIX) {
                parts.add(new Part("market " + contract.name(), contract.share(), match(contract, grid)));
            }
        }
        double rest = 1 - CompanyAccount.covered(account.contracts());
        if (rest > 1e-9) {
            FactorMatch residual = account.contracts().stream()
                    .filter(c -> c.instrument() == Instrument.RESIDUAL_MIX)
                    .findFirst()
                    .map(c -> match(c, grid))
                    .orElse(grid);
            parts.add(new Part("market rest", rest, residual));
        }
        return parts;
    }

    private FactorMatch match(Contract contract, FactorMatch grid) {
        Optional<FactorMatch> technology =
                contract.kilograms().isPresent() || contract.flow().isBlank()
                        ? Optional.empty()
                        : library.find(FactorQuery.of(
                                        contract.flow(), IndicatorCategory.GHG.code(), account.place(), account.year())
                                .withUnit(Units.KILOWATT_HOUR));
        if (technology.isPresent()) {
            return technology.get();
        }
        if (contract.kilograms().isEmpty()) {
            return grid;
        }
        return FactorMatch.exact(new Factor(
                "contract " + contract.name() + " " + account.year(),
                "electricity.contract",
                Name.of(contract.name()),
                IndicatorCategory.GHG.code(),
                contract.kilograms().getAsDouble(),
                Units.KILOWATT_HOUR,
                account.place(),
                Period.of(account.year()),
                Boundary.CRADLE_TO_GATE,
                GwpSet.UNSTATED,
                Uncertainty.assumed(1.1, "stated by the supplier without a spread"),
                new Source(contract.name(), contract.evidence(), "contract of the organisation")));
    }
}
