package org.boucle.app.energyindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.boucle.app.accounts.Account;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.House;
import org.boucle.app.server.NotFound;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.Site;

/** What the pages and the API of this feature share: store, conversions, and who sees which site. */
record Desk(House house, AgreementStore store, Conversions conversions) {

    Wording words(Exchange exchange) {
        return new Wording(house.messages(), exchange.language());
    }

    /** A person of a company sees its own sites; coordinators, auditors and administrators see all. */
    static boolean sees(Account account, Site site) {
        return switch (account.role()) {
            case COORDINATOR, AUDITOR, ADMINISTRATOR -> true;
            case VIEWER, OPERATOR, ENERGY_MANAGER ->
                account.company().isBlank() || account.company().equals(site.company());
        };
    }

    /** The agreement of the path, whole: for consolidation, which shows no single site. */
    Agreement agreement(Exchange exchange) {
        return store.find(exchange.path("agreement")).orElseThrow(() -> new NotFound("agreement"));
    }

    /** The site of the path, if the user may see it. */
    SiteVersion site(Exchange exchange) {
        return store.findSite(exchange.path("agreement"), exchange.path("site"))
                .filter(s -> sees(exchange.user(), s.site()))
                .orElseThrow(() -> new NotFound("site"));
    }

    static int year(Exchange exchange) {
        String text = exchange.path("year");
        if (!text.matches("[12][0-9]{3}")) {
            throw new NotFound("year");
        }
        return Integer.parseInt(text);
    }

    /** The uploaded file of a field, within the limit, if one was chosen. */
    static Optional<byte[]> upload(Form form, String field) {
        return form.file(field).map(upload -> {
            try {
                long size = Files.size(upload.path());
                if (size > Limits.DEFAULT.bytes()) {
                    throw BadInput.of(
                            Place.ofFile(upload.name()),
                            "energyindex.too-large",
                            WorkbookTables.megabytes(size),
                            WorkbookTables.megabytes(Limits.DEFAULT.bytes()));
                }
                return Files.readAllBytes(upload.path());
            } catch (IOException failure) {
                throw new UncheckedIOException("Reading an upload", failure);
            }
        });
    }
}
