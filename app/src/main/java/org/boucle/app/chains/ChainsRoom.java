package org.boucle.app.chains;

import java.util.List;
import java.util.function.Function;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.factors.FactorLibrary;

/** Transport chains, reached from the footprints of products and the calculators. */
public final class ChainsRoom implements Room {
    private final ChainPages pages;

    public ChainsRoom(House house, Function<String, FactorLibrary> libraries) {
        pages = new ChainPages(
                new ChainStore(house.database(), house.accounts(), house.clock()), libraries, house.messages());
    }

    @Override
    public String name() {
        return "chains";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("chains", "001_chains"));
    }

    @Override
    public void routes(Routes routes) {
        pages.routes(routes);
    }
}
