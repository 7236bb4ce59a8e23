package org.boucle.app.company;

import java.util.Optional;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.methods.BegesPost;

/** What the meters of a site can give to an account: the post and the factor that it takes unless somebody says otherwise. */
public enum MeterKind {
    ELECTRICITY(BegesPost.P2_1, "electricity.grid.consumption"),
    /** Gas by its gross calorific value, as suppliers bill it. */
    GAS(BegesPost.P1_1, "fuel.natural-gas.gross"),
    WATER(BegesPost.P4_1, "water.supply"),
    /** What was produced, for the intensity of the year. */
    PRODUCTION(BegesPost.P6_1, CompanyActivity.OUTPUT);

    private final BegesPost post;
    private final String flow;

    MeterKind(BegesPost post, String flow) {
        this.post = post;
        this.flow = flow;
    }

    public BegesPost post() {
        return post;
    }

    public String flow() {
        return flow;
    }

    static Optional<MeterKind> find(String name) {
        for (MeterKind kind : values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
