package org.boucle.features.telemetry;

/** What a series measures; analytics choose their factors and pages by it. */
public enum Medium {
    ELECTRICITY,
    GAS,
    HEAT,
    STEAM,
    COLD,
    COMPRESSED_AIR,
    WATER,
    WASTE,
    PRODUCTION,
    TEMPERATURE,
    WEATHER,
    OTHER
}
