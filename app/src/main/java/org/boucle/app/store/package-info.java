/** The relational store: SQLite by default, PostgreSQL by URL, one plain SQL for both. */
package org.boucle.app.store;
