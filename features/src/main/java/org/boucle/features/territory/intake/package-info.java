/** Reads what people enter, from any form of table: all that is wrong is told, with its row and column; nothing is half taken. */
package org.boucle.features.territory.intake;
