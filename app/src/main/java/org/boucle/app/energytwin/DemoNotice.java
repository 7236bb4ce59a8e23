package org.boucle.app.energytwin;

/**
 * What the demonstration tells the pages.
 *
 * @param site its site, empty where there is no demonstration
 * @param speed how many of its seconds pass in one of ours
 * @param broker where its MQTT broker listens, empty until it does
 */
public record DemoNotice(String site, double speed, String broker) {
    static final DemoNotice NONE = new DemoNotice("", 0, "");
}
