package org.boucle.features.territory.inventory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sites of a territory and their flows, as known on a date. */
public final class Inventory {
    private final List<Site> sites;
    private final List<Flow> flows;
    private final LocalDate date;
    private final Map<String, Site> sitesById = new HashMap<>();
    private final Map<String, Flow> flowsById = new HashMap<>();

    public Inventory(List<Site> sites, List<Flow> flows, LocalDate date) {
        this.sites = List.copyOf(sites);
        this.flows = List.copyOf(flows);
        this.date = date;
        for (Site site : this.sites) {
            if (sitesById.put(site.id(), site) != null) {
                throw new IllegalArgumentException("Site '" + site.id() + "' stands twice in the inventory");
            }
        }
        for (Flow flow : this.flows) {
            site(flow.site());
            if (flowsById.put(flow.id(), flow) != null) {
                throw new IllegalArgumentException("Flow '" + flow.id() + "' stands twice in the inventory");
            }
        }
    }

    public List<Site> sites() {
        return sites;
    }

    public List<Flow> flows() {
        return flows;
    }

    /** The day whose law and contracts count. */
    public LocalDate date() {
        return date;
    }

    public Site site(String id) {
        Site site = sitesById.get(id);
        if (site == null) {
            throw new IllegalArgumentException("No site '" + id + "' in the inventory. Maybe its row is missing.");
        }
        return site;
    }

    public Site siteOf(Flow flow) {
        return site(flow.site());
    }

    public Flow flow(String id) {
        Flow flow = flowsById.get(id);
        if (flow == null) {
            throw new IllegalArgumentException("No flow '" + id + "' in the inventory");
        }
        return flow;
    }

    public boolean hasFlow(String id) {
        return flowsById.containsKey(id);
    }

    public List<Flow> flows(Direction direction) {
        return flows.stream().filter(flow -> flow.direction() == direction).toList();
    }

    /** Names of all companies. */
    public Set<String> companies() {
        Set<String> companies = new HashSet<>();
        sites.forEach(site -> companies.add(site.company()));
        return companies;
    }
}
