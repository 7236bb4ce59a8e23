/** The first page: 19 levers by ten indicators, filled with the site's numbers; and each lever's page. */
package org.boucle.app.levers;
