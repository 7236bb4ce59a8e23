/** The sites that the twin knows, by company and territory. */
package org.boucle.app.sites;
