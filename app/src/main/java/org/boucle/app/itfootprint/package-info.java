/** The digital footprint over HTTP: the dialect of BoaviztAPI under {@code /boavizta}, our own API, pages and commands. */
package org.boucle.app.itfootprint;
