/** The organisation's yearly account: its store, what the meters of its site say, its pages, API and command. */
package org.boucle.app.company;
