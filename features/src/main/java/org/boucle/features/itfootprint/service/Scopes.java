package org.boucle.features.itfootprint.service;

/**
 * Where a line stands in a carbon account of the GHG Protocol, for who runs the service and for who buys it.
 *
 * <p>Source: Boavizta talk of June 2023, table of scopes by actor and the passage on the accounts of a SaaS company: own
 * servers are capital goods and their electricity scope 2; a cloud is a purchased service; networks and terminals belong to
 * the use of the products sold.
 */
public final class Scopes {
    private Scopes() {}

    /** Who draws up the account. */
    public enum Actor {
        /** Runs the service. */
        PROVIDER,
        /** Buys the service. */
        CLIENT
    }

    /** A scope and, for scope 3, its category. */
    public enum Scope {
        /** Purchased electricity. */
        SCOPE_2(2, 0),
        /** Purchased goods and services. */
        PURCHASED(3, 1),
        /** Capital goods. */
        CAPITAL_GOODS(3, 2),
        /** End of life of what one owns, treated as waste. */
        WASTE(3, 5),
        /** Use of products sold. */
        USE_OF_PRODUCTS_SOLD(3, 11);

        private final int number;
        private final int category;

        Scope(int number, int category) {
            this.number = number;
            this.category = category;
        }

        /** 2 or 3. */
        public int number() {
            return number;
        }

        /** The category of scope 3, 0 for scope 2. */
        public int category() {
            return category;
        }
    }

    public static Scope of(Actor actor, ServiceLine line) {
        return of(actor, line.tier(), line.cloud(), line.stage());
    }

    /** Every line of a client is a purchased service, whatever stage it comes from. */
    public static Scope of(Actor actor, Tier tier, boolean cloud, LifeStage stage) {
        if (actor == Actor.CLIENT) {
            return Scope.PURCHASED;
        }
        return switch (tier) {
            case TERMINALS, NETWORKS -> Scope.USE_OF_PRODUCTS_SOLD;
            case DATA_CENTRES -> cloud ? Scope.PURCHASED : ownServer(stage);
        };
    }

    private static Scope ownServer(LifeStage stage) {
        return switch (stage) {
            case USE -> Scope.SCOPE_2;
            case END_OF_LIFE -> Scope.WASTE;
            case MANUFACTURING, DISTRIBUTION, UNDIVIDED -> Scope.CAPITAL_GOODS;
        };
    }
}
