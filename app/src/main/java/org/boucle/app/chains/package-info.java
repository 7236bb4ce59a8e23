/** Transport chains of any number of legs and hubs (ISO 14083), kept and computed leg by leg. */
package org.boucle.app.chains;
