package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.DiskPower;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.PowerChain;
import org.boucle.features.itfootprint.SupplyEfficiency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an item of our API says of the power beside its load: its supplies, and what its disks do.
 *
 * @param disks in a server, whose model holds them at rest already
 * @param alone of a disk assessed on its own
 */
record PowerOptions(Optional<Supply> supply, List<Disks> disks, Optional<Disks> alone) {
    private static final double MOST_WATTS = 1e6;
    private static final double MOST_DRIVES = 1e5;

    /** Power supplies that share the load. */
    record Supply(String level, double ratedWatts, double supplies) {}

    /** Drives of a kind, busy for a share of the time. */
    record Disks(DiskPower.Drive drive, double units, double busy) {}

    static PowerOptions read(JsonNode body, Trail place, Reading reading, Faults faults) {
        Optional<Supply> supply = reading.object(body, "power_supply", place)
                .flatMap(node -> supply(node, place.then("power_supply"), reading, faults));
        List<Disks> disks = new ArrayList<>();
        List<JsonNode> nodes = reading.objects(body, "disks", place);
        for (int i = 0; i < nodes.size(); i++) {
            disks(nodes.get(i), "ssd", place.then("disks").then(i), reading, faults)
                    .ifPresent(disks::add);
        }
        String kind = body.path("kind").asString("");
        Optional<Disks> alone = reading.object(body, "activity", place)
                .flatMap(node -> disks(node, kind, place.then("activity"), reading, faults));
        return new PowerOptions(supply, disks, alone);
    }

    private static Optional<Supply> supply(JsonNode node, Trail at, Reading reading, Faults faults) {
        String level = reading.text(node, "level", at).orElse("");
        double rated = reading.number(node, "rated_watts", false, at).orElse(0.0);
        double supplies = reading.number(node, "supplies", false, at).orElse(1.0);
        boolean known = SupplyEfficiency.shipped().levels().contains(level);
        if (!known || !(rated > 0 && rated <= MOST_WATTS && supplies >= 1 && supplies <= 100)) {
            String levels = String.join(", ", SupplyEfficiency.shipped().levels());
            faults.add("range", at, "A level of " + levels + ", rated_watts above 0, supplies from 1 to 100", node);
            return Optional.empty();
        }
        return Optional.of(new Supply(level, rated, supplies));
    }

    private static Optional<Disks> disks(JsonNode node, String usual, Trail at, Reading reading, Faults faults) {
        String kind = reading.text(node, "drive", at).orElse(usual);
        Optional<DiskPower.Drive> drive = DiskPower.shipped().all().stream()
                .filter(known -> known.id().equals(kind))
                .findFirst();
        double units = reading.number(node, "units", false, at).orElse(1.0);
        Optional<Double> operations = reading.number(node, "iops", false, at);
        double busy = reading.number(node, "busy", false, at).orElse(0.0);
        if (drive.isEmpty() || !(units >= 0 && units <= MOST_DRIVES && busy >= 0 && busy <= 1)) {
            String kinds = String.join(
                    ", ",
                    DiskPower.shipped().all().stream().map(DiskPower.Drive::id).toList());
            faults.add("range", at, "A drive of " + kinds + ", busy from 0 to 1 or iops, units from 0 up", node);
            return Optional.empty();
        }
        double share = operations.map(n -> drive.get().busy(Math.max(0, n))).orElse(busy);
        return Optional.of(new Disks(drive.get(), units, share));
    }

    /** The item with the power of its disk by activity, where it is one and gives no power. */
    JsonNode body(JsonNode item) {
        if (alone.isEmpty() || item.at("/spec/usage/avg_power").isNumber()) {
            return item;
        }
        ObjectNode copy = item.deepCopy().asObject();
        ObjectNode spec = copy.path("spec").isObject() ? copy.get("spec").asObject() : copy.putObject("spec");
        ObjectNode usage = spec.path("usage").isObject() ? spec.get("usage").asObject() : spec.putObject("usage");
        double watts = alone.get().drive().watts(alone.get().busy()).value();
        usage.set("avg_power", JsonNodeFactory.instance.numberNode(watts));
        return copy;
    }

    Assessment apply(Assessment equipment) {
        Assessment changed = equipment;
        if (alone.isPresent()) {
            Estimate watts = alone.get().drive().watts(alone.get().busy());
            changed = PowerChain.scaled(
                    changed, new Estimate(1, watts.min() / watts.value(), watts.max() / watts.value()));
        }
        for (Disks each : disks) {
            changed = PowerChain.adding(changed, each.drive().extra(each.busy()).times(each.units()));
        }
        return supply.isPresent()
                ? PowerChain.supplied(
                        changed,
                        supply.get().level(),
                        supply.get().ratedWatts(),
                        supply.get().supplies())
                : changed;
    }
}
