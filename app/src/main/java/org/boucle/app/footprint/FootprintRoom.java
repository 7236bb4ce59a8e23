package org.boucle.app.footprint;

import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Account;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.product.Product;
import org.boucle.core.text.Language;

/** Product footprints and the factor library. */
public final class FootprintRoom implements Room {
    private final ProductPages products;
    private final EditPages edits;
    private final FactorPages factors;
    private final FootprintApi api;
    private final MethodPages methods;
    private final StudyPages studies;
    private final Products store;
    private final Libraries libraries;

    public FootprintRoom(House house) {
        ImportedFactors imported = new ImportedFactors(house.database(), house.accounts(), house.clock());
        libraries = new Libraries(imported);
        store = new Products(house.database(), house.accounts(), house.clock());
        products = new ProductPages(store, libraries);
        edits = new EditPages(store, libraries, house.messages());
        factors = new FactorPages(imported, libraries, house.messages());
        api = new FootprintApi(store, libraries);
        methods = new MethodPages(house.messages());
        studies = new StudyPages(new Databases(imported));
    }

    /** The shipped factors with those that a company imported or others share. */
    public FactorLibrary library(String company) {
        return libraries.of(company);
    }

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("footprint", "001_products"), new Migration("footprint", "002_databases"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Stage.UNDERSTAND, "/footprint", "footprint.title", 10, Access.SIGNED_IN),
                new NavigationEntry(Stage.UNDERSTAND, "/lca", "footprint.lca", 88, Access.SIGNED_IN),
                new NavigationEntry(Stage.UNDERSTAND, "/factors", "footprint.factors", 90, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        // fixed paths before those with a product's id
        methods.routes(routes);
        studies.routes(routes);
        edits.routes(routes);
        products.routes(routes);
        factors.routes(routes);
        api.routes(routes);
    }

    @Override
    public void demonstrate(Account demo) {
        Product chair = Samples.chair(Language.FR, libraries.of(demo.company()));
        long id = store.add(demo, chair, Optional.empty());
        store.add(demo, Samples.lighter(chair, chair.name() + ", allégée et recyclée"), Optional.of(id));
    }
}
