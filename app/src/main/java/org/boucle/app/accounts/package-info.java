/** People, their roles, sessions, API tokens, and the audit trail of what they did. */
package org.boucle.app.accounts;
