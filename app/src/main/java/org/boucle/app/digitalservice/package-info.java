/**
 * Pages and API of digital services: a form that shows the footprint while it is filled in, a report to print, lines as CSV.
 * The calculus is in {@code features.itfootprint.service}.
 */
package org.boucle.app.digitalservice;
