/** What each party gains: Shapley value, exact or sampled, and the core check. */
package org.boucle.features.territory.sharing;
