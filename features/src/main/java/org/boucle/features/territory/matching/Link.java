package org.boucle.features.territory.matching;

import java.util.Optional;
import org.boucle.features.territory.catalog.Rule;

/**
 * The ground on which two signatures fit.
 *
 * @param code code factor, 0 to 1, before the receiver's branch is looked at
 * @param ratio units of the receiver's resource that one unit of the donor's flow replaces
 * @param hierarchy level in the waste hierarchy, 1 to 5
 */
record Link(Basis basis, double code, Optional<Rule> rule, double ratio, int hierarchy) {}
