package org.boucle.features.itfootprint;

import java.util.EnumSet;
import java.util.Set;

/** What one stage weighs on one criterion: a figure, or the reason why there is none. */
public sealed interface Impact {
    /** A figure in the criterion's unit, with its cautions. */
    record Known(Estimate estimate, Set<Notice> notices) implements Impact {
        public Known {
            notices = Set.copyOf(notices);
        }

        public Known with(Notice notice) {
            EnumSet<Notice> all = EnumSet.of(notice);
            all.addAll(notices);
            return new Known(estimate, all);
        }
    }

    /** No figure: the stage has no data for the criterion. */
    record Unknown(Reason reason) implements Impact {}

    /** Why a figure is missing. */
    enum Reason {
        /** No embedded factor for this element and criterion. */
        NO_EMBEDDED_FACTOR,
        /** Neither given nor modelled: the power of this element. */
        NO_POWER,
        /** The electricity of the place has no factor for this criterion. */
        NO_ELECTRICITY_FACTOR,
        /** The element has no use of its own. */
        NO_USE_STAGE
    }

    static Impact unknown(Reason reason) {
        return new Unknown(reason);
    }
}
