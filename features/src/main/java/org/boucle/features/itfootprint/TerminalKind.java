package org.boucle.features.itfootprint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** User devices and peripherals, with the archetype that completes them. */
public enum TerminalKind {
    LAPTOP("laptop", false, true, "laptop-pro"),
    DESKTOP("desktop", false, true, "desktop-pro"),
    SMARTPHONE("smartphone", false, false, "smartphone-default"),
    TELEVISION("television", false, true, "tv-pro"),
    TABLET("tablet", false, false, "tablet-default"),
    BOX("box", false, false, "box-default"),
    VR_HEADSET("vr_headset", false, true, "vr-headset-lcd"),
    MONITOR("monitor", true, false, "monitor-default"),
    USB_STICK("usb_stick", true, false, "usb-stick-default"),
    EXTERNAL_SSD("external_ssd", true, false, "external-ssd-default"),
    EXTERNAL_HDD("external_hdd", true, false, "hdd-default"),
    VR_CONTROLLER("vr_controller", true, false, "vr-controller-default");

    private final String key;
    private final boolean peripheral;
    private final boolean typed;
    private final String usualArchetype;

    TerminalKind(String key, boolean peripheral, boolean typed, String usualArchetype) {
        this.key = key;
        this.peripheral = peripheral;
        this.typed = typed;
        this.usualArchetype = usualArchetype;
    }

    public static Optional<TerminalKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    public static List<TerminalKind> all(boolean peripheral) {
        return Arrays.stream(values())
                .filter(kind -> kind.peripheral == peripheral)
                .toList();
    }

    public String key() {
        return key;
    }

    public boolean isPeripheral() {
        return peripheral;
    }

    /** Whether it comes in types with factors of their own, such as pro and perso. */
    public boolean isTyped() {
        return typed;
    }

    public String usualArchetype() {
        return usualArchetype;
    }
}
