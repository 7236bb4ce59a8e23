package org.boucle.app.agent;

import java.io.IOException;

/** Carries lines to the twin. */
sealed interface Sender permits HttpSender, MqttSender {
    /** What became of the lines that were handed over. */
    enum Outcome {
        /** The twin has them. */
        TAKEN,
        /** The twin will never take them; trying again is of no use. */
        REFUSED,
        /** The twin cannot take them now. */
        LATER
    }

    /** @throws IOException the twin is out of reach, which counts as {@link Outcome#LATER} */
    Outcome send(byte[] lines) throws IOException;
}
