/**
 * What this server itself costs: measured each minute, kept by the hour, shown in every footer, at {@code /self} and at
 * {@code /api/self}. The calculus is {@code features.itfootprint.service.OwnFootprint}.
 */
package org.boucle.app.self;
