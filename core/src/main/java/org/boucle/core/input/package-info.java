/** What is wrong in what the user gave, and where: never mixed with programming errors. */
package org.boucle.core.input;
