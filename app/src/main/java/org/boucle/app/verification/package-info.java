/** What decisions promised beside what was measured since they are in service. */
package org.boucle.app.verification;
