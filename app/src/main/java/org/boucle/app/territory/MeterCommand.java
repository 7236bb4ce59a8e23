package org.boucle.app.territory;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.boucle.app.cli.StoreOptions;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets series of the store tell flows, brings them up to date and prints what they tell. */
@Command(name = "meters", description = "Let meters tell flows, read them again and print what they tell as CSV")
final class MeterCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--flow", defaultValue = "", description = "Flow to be told by a series")
    private String flow;

    @Option(names = "--series", defaultValue = "", description = "Series, site/name")
    private String series;

    @Option(names = "--factor", defaultValue = "1", description = "Flow units per unit of the series (default: 1)")
    private double factor;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (OpenTerritory open = OpenTerritory.of(store)) {
            if (!flow.isEmpty()) {
                Inventory inventory = open.desk().inventory();
                if (!inventory.hasFlow(flow)) {
                    throw BadInput.of(Place.ofField("flow"), "territory.flow.unknown", flow);
                }
                open.meters()
                        .linkFlow(inventory.flow(flow), open.house().sites().list(), series, factor, "command line");
            }
            open.meters().refresh();
            print(open, spec.commandLine().getOut());
        }
        return 0;
    }

    private static void print(OpenTerritory open, PrintWriter out) {
        Inventory inventory = open.desk().inventory();
        StringBuilder lines = new StringBuilder("flow,series,factor,days,amount,min,max,unit\n");
        for (MeterStore.Link link : open.meters().list()) {
            String id = link.subject().replaceFirst("^[a-z]+:", "");
            if (link.subject().startsWith("flow:") && inventory.hasFlow(id)) {
                Flow told = inventory.flow(id);
                Csv.line(
                        lines,
                        id,
                        link.site() + "/" + link.series(),
                        link.factor(),
                        link.days(),
                        told.perYear(),
                        told.amount().min(),
                        told.amount().max(),
                        told.kind().unit().symbol() + "/a");
            }
        }
        out.print(lines);
        out.flush();
    }
}
