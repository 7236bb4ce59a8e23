package org.boucle.features.itfootprint.service;

/**
 * The users on one kind of terminal.
 *
 * @param device such as {@code smartphone}
 * @param location country of their electricity, three letters
 * @param share of the functional units that they make, 0 to 1
 * @param minutes on the service for one functional unit
 */
public record Audience(String device, String location, double share, double minutes) {
    public Audience {
        if (device.isBlank() || !(share >= 0 && share <= 1) || !(minutes >= 0)) {
            throw new IllegalArgumentException("An audience needs a device, a share of 0 to 1 and minutes >= 0, was "
                    + device + ", " + share + ", " + minutes);
        }
    }
}
