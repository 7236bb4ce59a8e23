/**
 * Footprint of digital equipment and services: embedded and use impacts of components, servers, cloud instances, user
 * devices and connected objects on 24 criteria.
 *
 * <p>Entry: {@link org.boucle.features.itfootprint.ItFootprint}. Sources: UBA Texte 94/2021 (components), ADEME Base
 * Empreinte (devices), Pirson and Bol 2021 (connected objects), the tables of BoaviztAPI 2.4.1; formulas and corrections in
 * {@code docs/methods/it-footprint.md}.
 */
package org.boucle.features.itfootprint;
