package org.boucle.features.territory.exchange;

import java.util.List;
import java.util.Optional;

/**
 * Who could give how much to whom, and what each exchange earns; amounts per period, money and CO2 per year.
 *
 * @param periods at least 1; each link runs in all periods or not at all, its amounts differ
 */
public record ExchangeProblem(
        int periods, List<Donor> donors, List<Receiver> receivers, List<Hub> hubs, List<Link> links) {
    public ExchangeProblem {
        donors = List.copyOf(donors);
        receivers = List.copyOf(receivers);
        hubs = List.copyOf(hubs);
        links = List.copyOf(links);
        if (periods < 1) {
            throw new IllegalArgumentException("An exchange problem of " + periods + " periods");
        }
        for (Link link : links) {
            check(link.from(), donors.size(), hubs.size());
            check(link.to(), receivers.size(), hubs.size());
            if (link.from() instanceof End.Hub && link.to() instanceof End.Hub) {
                throw new IllegalArgumentException("Link " + link.id() + " goes from hub to hub: a circular hub");
            }
        }
        for (Donor donor : donors) {
            requirePeriods(donor.id(), donor.available(), periods);
        }
        for (Receiver receiver : receivers) {
            requirePeriods(receiver.id(), receiver.demand(), periods);
        }
    }

    private static void requirePeriods(String id, List<Double> amounts, int periods) {
        if (amounts.size() != periods || amounts.stream().anyMatch(amount -> !(amount >= 0))) {
            throw new IllegalArgumentException(id + " has amounts " + amounts + " for " + periods + " periods");
        }
    }

    private static void check(End end, int sites, int hubs) {
        int most = switch (end) {
            case End.Site ignored -> sites;
            case End.Hub ignored -> hubs;
        };
        if (end.index() < 0 || end.index() >= most) {
            throw new IllegalArgumentException("A link names end " + end + " of " + most);
        }
    }

    /**
     * What a flow has to give.
     *
     * @param available per period
     * @param storage most that can be kept from one period to the next, the last to the first
     */
    public record Donor(String id, List<Double> available, double storage) {
        public Donor {
            available = List.copyOf(available);
            if (!(storage >= 0)) {
                throw new IllegalArgumentException("Donor " + id + " stores " + storage);
            }
        }

        /** Nothing can be kept. */
        public Donor(String id, List<Double> available) {
            this(id, available, 0);
        }
    }

    /** What a need takes, per period, in its own units. */
    public record Receiver(String id, List<Double> demand) {
        public Receiver {
            demand = List.copyOf(demand);
        }
    }

    /**
     * A treatment plant between donors and receivers.
     *
     * @param capacity most it takes in a period
     * @param fixedEur per year if it runs
     * @param yield units let out per unit taken in
     * @param qualityLimit most that the mean quality of what it takes may be, for instance a chloride content; empty
     *     where all is taken
     */
    public record Hub(String id, double capacity, double fixedEur, double yield, Optional<Double> qualityLimit) {
        public Hub {
            if (!(capacity >= 0) || !(yield > 0)) {
                throw new IllegalArgumentException("Hub " + id + " has capacity " + capacity + ", yield " + yield);
            }
        }
    }

    /** One end of a link: a site's flow or a hub, by its number. */
    public sealed interface End {
        int index();

        /** A donor, or a receiver at the other end. */
        record Site(int index) implements End {}

        /** A hub. */
        record Hub(int index) implements End {}
    }

    /**
     * A possible exchange.
     *
     * @param eurPerUnit gain per unit given, before the fixed cost
     * @param fixedEur per year if the link runs
     * @param minimumLot least amount per period if the link runs
     * @param most largest amount per period
     * @param ratio units of the need covered per unit given
     * @param kgCo2ePerUnit avoided per unit given
     * @param quality of what the donor gives, for a hub's limit
     */
    public record Link(
            String id,
            End from,
            End to,
            double eurPerUnit,
            double fixedEur,
            double minimumLot,
            double most,
            double ratio,
            double kgCo2ePerUnit,
            double quality) {
        public Link {
            if (!(minimumLot >= 0) || !(most >= 0) || !(ratio > 0) || !(fixedEur >= 0)) {
                throw new IllegalArgumentException("Link " + id + " has lot " + minimumLot + ", most " + most
                        + ", ratio " + ratio + ", fixed cost " + fixedEur);
            }
        }

        /** A direct exchange without hub. */
        public static Link direct(
                String id,
                int donor,
                int receiver,
                double eurPerUnit,
                double fixedEur,
                double minimumLot,
                double most,
                double ratio,
                double kgCo2ePerUnit) {
            return new Link(
                    id,
                    new End.Site(donor),
                    new End.Site(receiver),
                    eurPerUnit,
                    fixedEur,
                    minimumLot,
                    most,
                    ratio,
                    kgCo2ePerUnit,
                    0);
        }
    }
}
