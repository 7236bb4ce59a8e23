/** The entrance: first start, sign-in, accounts, audit trail, health, metrics, and the assets of the pages. */
package org.boucle.app.home;
