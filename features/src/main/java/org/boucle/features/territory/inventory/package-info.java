/** What the sites of a territory take in and let out, and what is missing or wrong in it. */
package org.boucle.features.territory.inventory;
