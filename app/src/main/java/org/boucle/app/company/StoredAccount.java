package org.boucle.app.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.company.CompanyAccount;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.Consolidation;
import org.boucle.core.impact.company.Contract;

/**
 * An account as it is kept.
 *
 * @param company of the accounts that may see it
 * @param site whose meters it reads; empty for none
 * @param base whether it is the base year
 * @param closed when it was closed; nothing in it changes after that
 */
public record StoredAccount(
        long id,
        String company,
        String organisation,
        int year,
        String country,
        String site,
        Consolidation consolidation,
        String boundary,
        boolean base,
        Optional<Instant> closed,
        List<Row> rows,
        List<Contract> contracts) {
    public StoredAccount {
        rows = List.copyOf(rows);
        contracts = List.copyOf(contracts);
    }

    /**
     * An activity; with a meter its quantity is read anew at each look, until the account is closed.
     *
     * @param meter what is read, empty for an activity that was entered
     */
    public record Row(CompanyActivity activity, Optional<MeterKind> meter) {
        static Row entered(CompanyActivity activity) {
            return new Row(activity, Optional.empty());
        }
    }

    /** The account with the activities that its meters gave at this look. */
    CompanyAccount with(List<CompanyActivity> activities) {
        return new CompanyAccount(
                organisation, new Geography(country), year, consolidation, boundary, activities, contracts);
    }

    public String title() {
        return organisation + " " + year;
    }
}
