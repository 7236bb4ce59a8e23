/** The life of a synergy from idea to running, with the regulatory checklist. */
package org.boucle.features.territory.life;
