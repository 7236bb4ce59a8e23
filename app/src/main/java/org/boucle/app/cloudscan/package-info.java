/**
 * Scans a cloud account: AWS through its SDK, any other from an inventory in the schema of cloud-scanner or from a FOCUS
 * bill; tells impacts and advice as JSON, metrics and a page.
 */
package org.boucle.app.cloudscan;
