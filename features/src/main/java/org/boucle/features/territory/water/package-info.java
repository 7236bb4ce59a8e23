/** Water networks: fixed load and fixed flow, one contaminant, by linear programs. */
package org.boucle.features.territory.water;
