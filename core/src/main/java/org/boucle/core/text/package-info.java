/** The languages of the user, and the messages written in them. */
package org.boucle.core.text;
