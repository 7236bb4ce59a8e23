/** Reading of the reference tables that ship with the product, each row with its source and licence. */
package org.boucle.core.data;
