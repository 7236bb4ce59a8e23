/** The territory's room: store, workbooks, pages, API and commands of industrial symbiosis. */
package org.boucle.app.territory;
