package org.boucle.core.impact.lca;

/** A formula or a set of parameters cannot be used; the message says where and why. */
public final class FormulaError extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int position;

    FormulaError(String message, int position) {
        super(message);
        this.position = position;
    }

    /** The position in the text, from 0; -1 where the fault is not in one text. */
    public int position() {
        return position;
    }
}
