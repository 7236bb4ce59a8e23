package org.boucle.app.energyindex;

/**
 * What a file of a stranger may cost. A sector of 300 companies with 40 posts over 12 years takes 3 MB and 380,000
 * cells.
 *
 * @param bytes largest file
 * @param inflated largest content once unpacked
 * @param cells most cells
 */
record Limits(long bytes, long inflated, long cells) {
    static final Limits DEFAULT = new Limits(20_000_000, 200_000_000, 2_000_000);
}
