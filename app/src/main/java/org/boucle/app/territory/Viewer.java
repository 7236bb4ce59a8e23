package org.boucle.app.territory;

import java.util.List;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Exchange;
import org.boucle.features.territory.intake.Intake;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;

/**
 * Who looks at the territory. The coordinator and the administrator see all; everybody else sees the flows of the
 * company written in the account, and of others only what the classes of {@code Band} tell. An account without company
 * sees nothing but totals.
 */
record Viewer(String account, boolean isInsider, String companyKey) {
    static Viewer of(Account account) {
        boolean insider = account.role() == Role.ADMINISTRATOR
                || (account.role() == Role.COORDINATOR && account.company().isBlank());
        return new Viewer(account.name(), insider, account.company().isBlank() ? "" : Intake.slug(account.company()));
    }

    boolean owns(Inventory inventory, Flow flow) {
        return !companyKey.isEmpty()
                && Intake.slug(inventory.siteOf(flow).company()).equals(companyKey);
    }

    boolean sees(Inventory inventory, Flow flow) {
        return isInsider || owns(inventory, flow);
    }

    /** The sites whose meters the viewer may choose: all for insiders, those of the own company else. */
    List<org.boucle.core.twin.Site> sites(Exchange exchange) {
        return exchange.sites().stream()
                .filter(site -> isInsider
                        || (!companyKey.isEmpty() && Intake.slug(site.company()).equals(companyKey)))
                .toList();
    }
}
