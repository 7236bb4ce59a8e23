/** Sample territories: Kalundborg from published figures, and generated ones for measurements. */
package org.boucle.features.territory.demo;
