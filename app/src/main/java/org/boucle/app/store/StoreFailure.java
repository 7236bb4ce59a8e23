package org.boucle.app.store;

import java.sql.SQLException;

/** The database refused or broke: a full disk, a lost connection, a violated constraint. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailure(String what, SQLException cause) {
        super(cause.getMessage() + " [" + what.lines().findFirst().orElse("") + "]", cause);
    }

    /** Whether a unique key or a reference was violated, in either database. */
    public boolean isConstraint() {
        SQLException cause = (SQLException) getCause();
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return state.startsWith("23") || (cause.getErrorCode() & 0xFF) == 19;
    }
}
