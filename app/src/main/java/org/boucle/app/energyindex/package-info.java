/**
 * The energy-efficiency index for its users: workbooks, YAML and CSV in and out, store, command line, API, pages and
 * reports around {@link org.boucle.features.energyindex}.
 */
package org.boucle.app.energyindex;
