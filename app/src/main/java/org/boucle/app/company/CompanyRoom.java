package org.boucle.app.company;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Account;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.twin.Site;

/** Understand › an organisation's yearly account. */
public final class CompanyRoom implements Room {
    private final CompanyPages pages;
    private final CompanyForms forms;
    private final CompanyApi api;
    private final CompanySample sample;
    private final Optional<Site> demonstrated;

    /**
     * @param libraries the factors that a company may use
     * @param demonstrated the site whose meters the demonstration's account reads
     */
    public CompanyRoom(
            House house,
            TelemetryStore telemetry,
            Function<String, FactorLibrary> libraries,
            Optional<Site> demonstrated) {
        CompanyStore store = new CompanyStore(house.database(), house.accounts(), house.clock());
        MeterYear meters = new MeterYear(house.database(), telemetry, house.clock());
        LiveAccounts live = new LiveAccounts(meters, house.sites(), libraries, house.messages());
        HeadReader heads = new HeadReader(house.clock());
        this.demonstrated = demonstrated;
        sample = new CompanySample(store, heads);
        pages = new CompanyPages(store, live);
        forms = new CompanyForms(store, pages, live, heads, house.messages(), sample);
        api = new CompanyApi(store, live, heads);
    }

    @Override
    public String name() {
        return "company";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("company", "001_accounts"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Stage.UNDERSTAND, "/company", "company.title", 5, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        forms.routes(routes);
        pages.routes(routes);
        api.routes(routes);
    }

    @Override
    public void demonstrate(Account demo) {
        sample.add(demo, demonstrated);
    }
}
