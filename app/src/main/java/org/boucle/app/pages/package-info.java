/** What every page shares: layout, navigation, formatting of numbers and dates, charts as SVG. */
package org.boucle.app.pages;
