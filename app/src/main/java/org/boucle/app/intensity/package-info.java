/** Carbon intensity of a grid by the hour: read from files or from a site's own signal, drawn, and put against its load. */
package org.boucle.app.intensity;
