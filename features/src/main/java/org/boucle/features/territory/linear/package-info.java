/** A linear program as plain data, and what a solver may answer. */
package org.boucle.features.territory.linear;
