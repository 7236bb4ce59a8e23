/** The HTTP server: routes with roles, exchanges, errors as problems, the OpenAPI document, live events. */
package org.boucle.app.server;
