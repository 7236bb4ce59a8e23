/** Product footprints: reading of product models, pages, API, commands, reports and exports; and the factor library's page. */
package org.boucle.app.footprint;
