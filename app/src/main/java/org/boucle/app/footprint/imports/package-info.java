/**
 * Readers of strangers' files: sheets, the Base Carbone layout, openLCA JSON-LD, EcoSpold 1 and 2, ILCD. Memory is bounded,
 * archives are counted while they are unpacked, XML knows no entities; all issues are collected with their place and nothing
 * half-read is returned.
 */
package org.boucle.app.footprint.imports;
