package org.boucle.app.agent;

import java.util.Optional;

/** Sends at its own pace; while the twin is away it tries less and less often, up to once a minute. */
final class Delivery implements Runnable {
    private static final long SLOWEST_MILLIS = 60_000;
    private final Agent agent;
    private final MetricsPage metrics;
    private final AgentOptions options;
    private final SystemTree tree;
    private boolean ratesKnown;

    Delivery(Agent agent, MetricsPage metrics, AgentOptions options, SystemTree tree) {
        this.agent = agent;
        this.metrics = metrics;
        this.options = options;
        // a tree of its own: the reader's buffer belongs to one thread
        this.tree = new SystemTree(tree.proc(""), tree.sys(""));
    }

    @Override
    public void run() {
        long pause = options.sendEveryMillis;
        while (true) {
            try {
                Thread.sleep(pause);
                boolean delivered = agent.deliver();
                pause = delivered
                        ? options.sendEveryMillis
                        : Math.max(options.sendEveryMillis, Math.min(SLOWEST_MILLIS, 2 * pause));
                if (delivered && !ratesKnown && options.twin.isPresent()) {
                    Optional<ImpactRates> rates =
                            ImpactRates.ask(options.twin.get(), Hardware.of(tree), options.location);
                    if (rates.isPresent()) {
                        metrics.rates(rates.get());
                        ratesKnown = true;
                    }
                }
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException broken) {
                // one bad answer must not end the delivery for good; the lines stay on disk and are tried again
                System.err.println("delivery: ".concat(broken.toString()));
                pause = SLOWEST_MILLIS;
            }
        }
    }
}
