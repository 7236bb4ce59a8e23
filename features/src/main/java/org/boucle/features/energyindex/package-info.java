/**
 * Energy-efficiency index (indice d'efficience énergétique, IEE) of a site, a company or a sector under a branch
 * agreement.
 *
 * <p>Source: the technical note "Prise en considération de nouveaux produits, nouveaux entrants ou sortants dans un
 * processus d'accord de branche". The index of year t is {@code 100 E_t / R_t}: the primary energy really consumed over
 * the energy that the same quantities would have taken with the specific consumptions of the reference year. It is a
 * Paasche index of energy intensity; what changes only the volume or the mix of production leaves it at 100.
 *
 * <p>Everything here is a pure function of records. An index that cannot be computed is an {@link
 * org.boucle.features.energyindex.IndexOutcome.Undefined} with its reason, never 0 and never 100.
 */
package org.boucle.features.energyindex;
