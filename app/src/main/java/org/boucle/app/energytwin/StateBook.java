package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.states.PowerState;
import org.boucle.features.energytwin.states.PowerStates;
import org.boucle.features.energytwin.states.StateBalance;

/** Power states of machines; the levels are learnt from the last week and kept for six of its hours. */
final class StateBook {
    private final Readings readings;
    private final Map<Long, Learnt> learnt = new ConcurrentHashMap<>();

    private record Learnt(Instant at, PowerStates states) {}

    /** A machine's curve, its state at each step, and the levels that tell them apart. */
    record History(Meter meter, LoadCurve curve, PowerState[] states, PowerStates levels) {
        StateBalance balance() {
            return StateBalance.of(curve, states);
        }

        List<Charts.Stretch> stretches() {
            List<Charts.Stretch> stretches = new ArrayList<>();
            for (PowerStates.Run run : PowerStates.runs(states)) {
                stretches.add(new Charts.Stretch(run.state(), curve.startOf(run.from()), curve.startOf(run.to())));
            }
            return stretches;
        }
    }

    StateBook(Readings readings) {
        this.readings = readings;
    }

    /** A minute where the meter is as fast as that, otherwise a quarter of an hour. */
    static Duration step(Meter meter) {
        long step = meter.series().stepMillis();
        return step > 0 && step <= 60_000 ? Duration.ofMinutes(1) : Duration.ofMinutes(15);
    }

    /** States between two times; machines without any reading are left out. */
    Map<Meter, History> of(List<Meter> machines, Instant from, Instant to, ZoneId zone) {
        Map<Meter, History> all = new LinkedHashMap<>();
        for (Meter machine : machines) {
            Duration step = step(machine);
            LoadCurve curve = readings.curve(machine, Readings.floor(from, step), Readings.floor(to, step), step, zone);
            if (curve.coverage() > 0) {
                PowerStates levels = levels(machine, to, zone, step);
                all.put(machine, new History(machine, curve, levels.of(curve.kW()), levels));
            }
        }
        return all;
    }

    private PowerStates levels(Meter machine, Instant now, ZoneId zone, Duration step) {
        Learnt known = learnt.get(machine.id());
        if (known != null && Duration.between(known.at(), now).abs().toHours() < 6) {
            return known.states();
        }
        Instant end = Readings.floor(now, step);
        LoadCurve week = readings.curve(machine, end.minus(Duration.ofDays(7)), end, step, zone);
        PowerStates states = PowerStates.learn(week.kW());
        learnt.put(machine.id(), new Learnt(now, states));
        return states;
    }
}
