package org.boucle.app.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.boucle.features.itfootprint.measurement.Json;

/**
 * What a kWh and an hour of this machine's life cost, asked once from the twin's own footprint engine.
 *
 * @param perKilowattHour impacts of a kWh: kgCO2eq, kgSbeq, MJ
 * @param embeddedPerHour the hour's share of making the machine: kgCO2eq, kgSbeq, MJ
 */
record ImpactRates(double[] perKilowattHour, double[] embeddedPerHour) {
    static final String[] CRITERIA = {"gwp", "adp", "pe"};
    /** Hours in the question: long enough that four significant digits of the answer are enough. */
    private static final int HOURS = 1000;

    ImpactRates {
        perKilowattHour = perKilowattHour.clone();
        embeddedPerHour = embeddedPerHour.clone();
    }

    /** Asks for 1 kW over 1000 hours; empty where the twin does not answer or does not know. */
    static Optional<ImpactRates> ask(URI twin, Hardware hardware, String location) {
        StringBuilder body = new StringBuilder(512).append('{').append(hardware.asServer());
        body.append(",\"usage\":{\"avg_power\":1000,\"use_time_ratio\":1");
        if (!location.isEmpty()) {
            body.append(",\"usage_location\":\"").append(location).append('"');
        }
        body.append("}}");
        String base = twin.toString();
        String path = "/boavizta/v1/server/?verbose=false&duration=1000&criteria=gwp&criteria=adp&criteria=pe";
        URI target = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base).concat(path));
        try {
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            PlainHttp.Answer answer = PlainHttp.request("POST", target, "", "application/json", bytes);
            return answer.ok() ? read(answer.body()) : Optional.empty();
        } catch (IOException outOfReach) {
            return Optional.empty();
        }
    }

    private static Optional<ImpactRates> read(String text) {
        Optional<Json> answer = Json.parse(text);
        Optional<Json> impacts = answer.isEmpty() ? answer : answer.get().find("impacts");
        if (impacts.isEmpty()) {
            return Optional.empty();
        }
        double[] use = new double[CRITERIA.length];
        double[] embedded = new double[CRITERIA.length];
        for (int i = 0; i < CRITERIA.length; i++) {
            use[i] = value(impacts.get(), CRITERIA[i], "use") / HOURS;
            embedded[i] = value(impacts.get(), CRITERIA[i], "embedded") / HOURS;
        }
        return Optional.of(new ImpactRates(use, embedded));
    }

    /** NaN where the engine has no figure for that criterion and phase. */
    private static double value(Json impacts, String criterion, String phase) {
        Optional<Json> at = impacts.find(criterion);
        at = at.isEmpty() ? at : at.get().find(phase);
        return at.isEmpty() ? Double.NaN : at.get().findNumber("value").orElse(Double.NaN);
    }
}
