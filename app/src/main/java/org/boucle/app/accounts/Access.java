package org.boucle.app.accounts;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may use a route.
 *
 * @param open whether it is open without an account
 * @param roles those allowed; an administrator always is
 */
public record Access(boolean open, Set<Role> roles) {
    /** Open without an account. */
    public static final Access PUBLIC = new Access(true, EnumSet.allOf(Role.class));
    /** Everyone with an account. */
    public static final Access SIGNED_IN = new Access(false, EnumSet.allOf(Role.class));
    /** Those who work with the site's daily data. */
    public static final Access OPERATORS = of(Role.OPERATOR, Role.ENERGY_MANAGER, Role.COORDINATOR);
    /** Those who edit models and decide. */
    public static final Access MANAGERS = of(Role.ENERGY_MANAGER, Role.COORDINATOR);

    public static final Access ADMINISTRATORS = of(Role.ADMINISTRATOR);

    public Access {
        roles = Set.copyOf(roles);
    }

    public static Access of(Role first, Role... more) {
        return new Access(false, EnumSet.of(first, more));
    }

    public boolean allows(Account account) {
        return account.role() == Role.ADMINISTRATOR || roles.contains(account.role());
    }
}
