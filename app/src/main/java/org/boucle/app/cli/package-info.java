/** What the commands share: exit codes, errors in the user's language, the options of the store. */
package org.boucle.app.cli;
