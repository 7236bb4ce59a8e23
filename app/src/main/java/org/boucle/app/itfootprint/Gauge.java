package org.boucle.app.itfootprint;

import org.boucle.features.itfootprint.DeclaredFootprints.Distribution;

/** A bottom-up embedded impact, in kg CO2e, beside what manufacturers declare for its kind. */
public record Gauge(Distribution declared, double embeddedKg) {
    public boolean isAmong() {
        return declared.contains(embeddedKg);
    }

    /** The category of the declarations of a terminal's archetype, empty where there is none. */
    static String category(String device) {
        String kind = device.contains("-") ? device.substring(0, device.indexOf('-')) : device;
        return switch (kind) {
            case "laptop" -> "Laptop";
            case "desktop" -> "Desktop";
            case "smartphone" -> "Smartphone";
            case "tablet" -> "Tablet";
            case "monitor" -> "Monitor";
            default -> "";
        };
    }
}
