package org.boucle.app.footprint.imports;

import java.util.List;
import java.util.Map;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;

/**
 * One product of a process with its share of the process: a column of the technosphere.
 *
 * @param process the process's number
 * @param product the exchange that gives the product or takes the waste
 * @param share of every exchange
 * @param byExchange shares of exchanges by number that differ from it
 * @param credits by-products that replace what others make
 */
record Column(int process, Exchange product, double share, Map<Integer, Double> byExchange, List<Exchange> credits) {

    /** The share of one exchange. */
    double of(Exchange exchange) {
        return byExchange.isEmpty() || exchange.number() == 0
                ? share
                : byExchange.getOrDefault(exchange.number(), share);
    }
}
