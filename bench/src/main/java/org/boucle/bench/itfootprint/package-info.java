/** Measurements of the digital-footprint dialect: CPU per request in process, and over HTTP against a running server. */
package org.boucle.bench.itfootprint;
