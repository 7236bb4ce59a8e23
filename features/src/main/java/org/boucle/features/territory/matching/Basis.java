package org.boucle.features.territory.matching;

/** On what ground an outgoing and an incoming flow are thought to fit, with the code factor of the specification. */
public enum Basis {
    RULE_EXACT(1),
    RULE_SUBCHAPTER(0.7),
    RULE_CHAPTER(0.4),
    SAME_RESOURCE(1),
    SAME_CODE(1),
    SAME_SUBCHAPTER(0.7),
    SAME_CHAPTER(0.4),
    /** Only the words resemble each other: the similarity counts up to 0.3. */
    TEXT(0.3);

    /** A receiver outside the usual branches of a rule is one step less sure. */
    static final double UNUSUAL_BRANCH = 0.7;

    private final double factor;

    Basis(double factor) {
        this.factor = factor;
    }

    /** Whether the ground is the thing itself; a neighbour in the list or like words call for a test before any plan. */
    public boolean isFirm() {
        return switch (this) {
            case RULE_EXACT, SAME_RESOURCE, SAME_CODE -> true;
            case RULE_SUBCHAPTER, RULE_CHAPTER, SAME_SUBCHAPTER, SAME_CHAPTER, TEXT -> false;
        };
    }

    public double factor() {
        return factor;
    }
}
