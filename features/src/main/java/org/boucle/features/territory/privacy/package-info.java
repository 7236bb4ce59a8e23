/** What a company may see of a candidate before both sides have opted in. */
package org.boucle.features.territory.privacy;
