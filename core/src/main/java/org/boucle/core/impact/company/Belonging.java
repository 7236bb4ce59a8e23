package org.boucle.core.impact.company;

import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.methods.BegesPost;

/**
 * Where a line belongs, from the post of its activity and the part of the life cycle that its factor covers. The supply of
 * an energy (the upstream half of a factor) leaves posts 1 and 2 for category 3 of scope 3 and BEGES post 4.1, where
 * version 5 of the method put its former post 8. A factor of the whole life of a kWh stays whole in scope 2.
 */
final class Belonging {
    private Belonging() {}

    private static boolean isEnergy(BegesPost post) {
        return post.ordinal() <= BegesPost.P2_2.ordinal();
    }

    static Scope scope(BegesPost post, Factor factor) {
        if (factor.impact().startsWith("carbon.")) {
            return Scope.OUTSIDE;
        }
        if (!isEnergy(post) || factor.boundary() == Boundary.UPSTREAM) {
            return Scope.SCOPE_3;
        }
        return post.ordinal() < BegesPost.P2_1.ordinal() ? Scope.SCOPE_1 : Scope.SCOPE_2;
    }

    /** Category 1 to 15; 0 for post 6.1, which has none. Visitors stand under downstream transport. */
    static int scope3(BegesPost post, Factor factor) {
        if (isEnergy(post)) {
            return 3;
        }
        return post == BegesPost.P3_4 ? 9 : post.scope3Category();
    }

    static BegesPost post(BegesPost post, Factor factor) {
        return isEnergy(post) && factor.boundary() == Boundary.UPSTREAM ? BegesPost.P4_1 : post;
    }

    static LifeCycleStage stage(BegesPost post) {
        return switch (post) {
            case P1_1, P1_2, P1_3, P1_4, P1_5, P2_1, P2_2, P3_3, P3_4, P3_5, P4_3, P6_1 -> LifeCycleStage.MANUFACTURING;
            case P3_1 -> LifeCycleStage.SUPPLY_TRANSPORT;
            case P3_2 -> LifeCycleStage.DISTRIBUTION;
            case P4_1, P4_2, P4_4, P4_5 -> LifeCycleStage.MATERIALS;
            case P5_1, P5_2, P5_4 -> LifeCycleStage.USE;
            case P5_3 -> LifeCycleStage.END_OF_LIFE;
        };
    }
}
