package org.boucle.features.itfootprint.service;

import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;

/**
 * What carrying a gigabyte costs.
 *
 * @param mobile over a mobile network, else over a fixed one
 * @param perGigabyte in the criterion's unit
 */
public record NetworkFactor(boolean mobile, Criterion criterion, Estimate perGigabyte, String source) {}
