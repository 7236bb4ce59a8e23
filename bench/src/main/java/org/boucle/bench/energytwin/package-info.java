/** Replays of prediction and night-fault alerts on a real plant's meter. */
package org.boucle.bench.energytwin;
