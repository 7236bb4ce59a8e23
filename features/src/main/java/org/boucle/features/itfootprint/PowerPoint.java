package org.boucle.features.itfootprint;

/** Power in W at a load in per cent. */
public record PowerPoint(double loadPercent, double watts) {}
