package org.boucle.features.energytwin.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A biscuit factory that exists only in equations: two lines of mixing, baking and packing, a cold room, compressed air
 * and a building. Steps of up to half a minute keep its physics stable. The same start, seed and faults always live the
 * same life.
 */
public final class Factory {
    private final Schedule schedule;
    private final Weather weather;
    private final List<Fault> faults;
    private final SplittableRandom noise;
    private final Oven electric = new Oven(0.52, 0.135, 165, 6.5);
    private final Oven gas = new Oven(0.45, 0.12, 150, 9);
    private final ColdRoom cold = new ColdRoom();
    private final AirStation air = new AirStation();
    private final double[] produced = new double[2];
    private Instant now;
    private LocalDate day;
    private List<Schedule.Run> runs = List.of();
    private Instant noon = Instant.MIN;
    private boolean workedBefore;
    private boolean worksAfter;
    private double water;
    private double energy;

    public Factory(ZoneId zone, long seed, List<Fault> faults, Instant start) {
        this.schedule = new Schedule(zone, seed);
        this.weather = new Weather(seed);
        this.faults = List.copyOf(faults);
        this.noise = new SplittableRandom(seed ^ start.getEpochSecond());
        this.now = start;
        this.day = LocalDate.MIN;
    }

    public Instant now() {
        return now;
    }

    public Schedule schedule() {
        return schedule;
    }

    public Weather weather() {
        return weather;
    }

    /** What a line is doing. */
    private record LineState(double set, double rate, double dough, boolean shift, boolean running) {}

    /** Lives {@code seconds} and gives the mean of every signal over them (indexes at their end), after {@link Signal#ALL}. */
    public double[] step(double seconds) {
        if (!(seconds > 0) || seconds > 30) {
            throw new IllegalArgumentException("a step of " + seconds + " s. Maybe several steps of at most 30 s?");
        }
        LocalDate today = LocalDate.ofInstant(now, schedule.zone());
        if (!today.equals(day)) {
            day = today;
            runs = schedule.runs(today);
            noon = today.atTime(12, 0).atZone(schedule.zone()).toInstant();
            workedBefore = !schedule.isClosed(today) && !schedule.isClosed(today.minusDays(1));
            worksAfter = !schedule.isClosed(today) && !schedule.isClosed(today.plusDays(1));
        }
        LineState first = line(1);
        LineState second = line(2);
        boolean open = first.shift() || second.shift();
        double outside = weather.temperature(now);
        double[] kW = new double[9];
        kW[0] = mixer(first, 0);
        kW[1] = mixer(second, 300);
        kW[2] = electric.step(first.set(), first.dough(), seconds) + electric.auxiliaries(first.set() > 0);
        double burner = gas.step(second.set(), second.dough(), seconds) / 0.78;
        kW[3] = gas.auxiliaries(second.set() > 0);
        kW[4] = packer(first);
        kW[5] = packer(second);
        kW[6] = cold.step(outside, open, worst(Fault.Kind.COLD_FOULED, true), seconds);
        kW[7] = air.step(airDemand(first, second), seconds);
        kW[8] = building(open, outside);
        count(first, second, seconds);
        double[] values = values(kW, burner, seconds);
        now = now.plusNanos((long) (seconds * 1e9));
        return values;
    }

    private double[] values(double[] kW, double burner, double seconds) {
        double[] out = new double[Signal.ALL.size()];
        double site = 0;
        for (int m = 0; m < kW.length; m++) {
            out[m] = Math.max(0, kW[m] * (1 + 0.008 * noise.nextGaussian()));
            site += kW[m];
        }
        energy += site * seconds / 3600;
        out[9] = site * (1 + 0.004 * noise.nextGaussian());
        out[10] = burner;
        out[11] = electric.temperature();
        out[12] = gas.temperature();
        out[13] = cold.temperature();
        out[14] = air.pressure();
        out[15] = produced[0];
        out[16] = produced[1];
        out[17] = water;
        out[18] = weather.temperature(now);
        out[19] = weather.gridIntensity(now);
        out[20] = energy;
        for (Fault fault : faults) {
            if (fault.kind() == Fault.Kind.METER_SILENT && fault.isActive(now)) {
                out[Signal.index(fault.machine() + ".power")] = Double.NaN;
            }
        }
        return out;
    }

    private LineState line(int line) {
        double set = 0;
        double rate = 0;
        double dough = 0;
        boolean shift = false;
        boolean running = false;
        for (Schedule.Run run : runs) {
            if (run.recipe().line() != line) {
                continue;
            }
            boolean heating = !now.isBefore(run.from().minusSeconds(4200))
                    && now.isBefore(run.to().plusSeconds(300));
            if (heating) {
                shift = true;
                set = run.recipe().oven();
            }
            if (!now.isBefore(run.from()) && now.isBefore(run.to())) {
                running = !run.isStopped(now);
                rate = running ? run.recipe().rate() : 0;
                dough = rate * run.recipe().baking();
            }
        }
        if (line == 1 && set <= 0 && (now.isBefore(noon) ? workedBefore : worksAfter)) {
            set = worst(Fault.Kind.OVEN_KEPT_WARM, false);
        }
        if (line == 1 && worst(Fault.Kind.OVEN_LEFT_ON, false) > 0) {
            set = Math.max(set, 220);
        }
        if (line == 1 && worst(Fault.Kind.LATE_HEAT_UP, false) > 0) {
            set = Math.max(set, 225);
            dough += 85;
        }
        return new LineState(set, rate, dough, shift, running);
    }

    private double worst(Fault.Kind kind, boolean growing) {
        double worst = 0;
        for (Fault fault : faults) {
            if (fault.kind() == kind && fault.isActive(now)) {
                worst = Math.max(worst, fault.size() * (growing ? fault.grown(now) : 1));
            }
        }
        return worst;
    }

    /** Kneads twelve minutes of every eighteen, harder as the dough binds. */
    private double mixer(LineState line, long shift) {
        if (!line.shift()) {
            return 0.05;
        }
        long second = Math.floorMod(now.getEpochSecond() + shift, 1080);
        return line.rate() > 0 && second < 720 ? 13 + 11 * Math.sqrt(second / 720.0) : 1.9;
    }

    private static double packer(LineState line) {
        if (!line.shift()) {
            return 0.1;
        }
        return line.running() ? 6 + 5.5 * line.rate() / 600 : 3.4;
    }

    private double airDemand(LineState first, LineState second) {
        double packing = (first.running() ? 1.7 : 0) + (second.running() ? 1.4 : 0);
        double ready = (first.shift() ? 0.35 : 0) + (second.shift() ? 0.35 : 0);
        return 0.7 + packing + ready + worst(Fault.Kind.AIR_LEAK, true);
    }

    private double building(boolean open, double outside) {
        double lights = open ? 13 : 1.5 + worst(Fault.Kind.LIGHTS_LEFT_ON, false);
        double heating = open ? 0.9 * Math.max(0, 15 - outside) : 0.25 * Math.max(0, 8 - outside);
        return lights + heating + (open ? 5 : 2.2);
    }

    private void count(LineState first, LineState second, double seconds) {
        produced[0] += first.rate() * seconds / 3600;
        produced[1] += second.rate() * seconds / 3600;
        double use = 0.00055 * (first.rate() + second.rate()) + (first.shift() || second.shift() ? 0.12 : 0.01);
        water += use * seconds / 3600;
    }
}
