package org.boucle.app.agent;

import java.util.List;
import org.boucle.features.itfootprint.measurement.Reading;

/** Reads one thing of the machine at each sample and adds what it read; rates need a sample before. */
interface Probe {
    void sample(Moment now, List<Reading> readings);
}
